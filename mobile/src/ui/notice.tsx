import { StyleSheet, View } from 'react-native';
import { Button } from './button';
import { Card } from './card';
import { Text } from './text';
import { radius, space } from './theme/measures';
import { useTheme } from './theme/theme';

export interface NoticeAction {
  readonly label: string;
  readonly onPress: () => void;
  readonly busy?: boolean;
}

export interface NoticeProps {
  readonly title: string;
  /** What happened, what is being done, what the person can do, and that nothing was lost. */
  readonly text: string;
  readonly tone?: 'trouble' | 'neutral';
  readonly actions?: readonly NoticeAction[];
  /** 0 to 1, where something is under way that has a measure. */
  readonly progress?: number;
  readonly footnote?: string;
  /** Read aloud at once, or when the reader is done. */
  readonly urgent?: boolean;
}

/** Trouble, or news, told in a card. */
export function Notice({ title, text, tone = 'trouble', actions = [], progress, footnote, urgent = false }: NoticeProps) {
  const { colors } = useTheme();
  return (
    <Card role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'} style={[styles.notice, tone === 'trouble' && { borderColor: colors.rose }]}>
      <Text variant="strong">{title}</Text>
      <Text variant="body" color="soft">{text}</Text>
      {progress !== undefined && (
        <View style={[styles.track, { backgroundColor: colors.hairline }]} role="progressbar" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(progress * 100)} aria-label={title}>
          <View style={[styles.done, { backgroundColor: tone === 'trouble' ? colors.rose : colors.amber, width: `${Math.round(progress * 100)}%` }]} />
        </View>
      )}
      {footnote && <Text variant="caption" color="soft">{footnote}</Text>}
      {actions.length > 0 && (
        <View style={styles.actions}>
          {actions.map((action) => <Button key={action.label} kind="quiet" size="small" {...action} />)}
        </View>
      )}
    </Card>
  );
}

const styles = StyleSheet.create({
  notice: { gap: space[2] },
  track: { height: 4, borderRadius: radius.full, overflow: 'hidden', marginTop: space[1] },
  done: { height: 4, borderRadius: radius.full },
  actions: { flexDirection: 'row', flexWrap: 'wrap', gap: space[2], marginTop: space[2] },
});
