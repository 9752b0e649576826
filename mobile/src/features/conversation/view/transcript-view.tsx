import { useCallback, useRef, useState } from 'react';
import { type NativeScrollEvent, type NativeSyntheticEvent, ScrollView, StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Button, space, Text, useReducedMotion } from '@/ui';
import type { Note } from '../state/notes';
import type { TranscriptEntry } from '../state/transcript';
import { TranscriptLine } from './transcript-line';
import { withNotes } from './transcript-lines';
import { TranscriptNote } from './transcript-note';

/** Within this many points of its end, the reader is taken to follow along. */
const NEAR_THE_END = 48;

export interface TranscriptViewProps {
  readonly entries: readonly TranscriptEntry[];
  readonly notes: readonly Note[];
  /** Said where nothing was said yet. */
  readonly invitation: string;
  readonly onResend: (messageId: string) => void;
}

/** The words of both sides. Follows them, unless the person went back to read; then it says that there is more below. */
export function TranscriptView({ entries, notes, invitation, onResend }: TranscriptViewProps) {
  const { t } = useTranslation();
  const list = useRef<ScrollView>(null);
  const isFollowing = useRef(true);
  const [hasMoreBelow, setHasMoreBelow] = useState(false);
  const isStill = useReducedMotion();

  const toTheEnd = useCallback(() => list.current?.scrollToEnd({ animated: !isStill }), [isStill]);
  const onScroll = useCallback(({ nativeEvent }: NativeSyntheticEvent<NativeScrollEvent>) => {
    const { contentOffset, contentSize, layoutMeasurement } = nativeEvent;
    isFollowing.current = contentSize.height - contentOffset.y - layoutMeasurement.height <= NEAR_THE_END;
    if (isFollowing.current) setHasMoreBelow(false);
  }, []);
  const onGrown = useCallback(() => {
    if (isFollowing.current) toTheEnd();
    else setHasMoreBelow(true);
  }, [toTheEnd]);

  return (
    <View style={styles.frame}>
      <ScrollView
        ref={list}
        style={styles.list}
        contentContainerStyle={styles.content}
        onScroll={onScroll}
        scrollEventThrottle={100}
        onContentSizeChange={onGrown}
        onLayout={toTheEnd}
        accessibilityLabel={t('conversation.transcript.label')}
        role="log"
        aria-live="off"
        // So that the arrow keys scroll it.
        tabIndex={0}
      >
        {entries.length === 0 && <Text color="soft">{invitation}</Text>}
        {withNotes(entries, notes).map((item) =>
          'entry' in item ? <TranscriptLine key={item.key} entry={item.entry} onResend={onResend} /> : <TranscriptNote key={item.key} kind={item.note.kind} />,
        )}
      </ScrollView>
      {hasMoreBelow && (
        <View style={styles.below}>
          <Button size="small" icon="down" label={t('conversation.transcript.below')} onPress={toTheEnd} />
        </View>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  frame: { flex: 1, minHeight: 0 },
  list: { flex: 1 },
  content: { gap: space[5], paddingVertical: space[3] },
  below: { position: 'absolute', bottom: space[2], alignSelf: 'center' },
});
