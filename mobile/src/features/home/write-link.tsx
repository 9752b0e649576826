import { Pressable, StyleSheet } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { focusRing, type Interaction, radius, space, Text, touchTarget, useTheme } from '@/ui';

/** The way into the same conversation for where one cannot speak. */
export function WriteLink({ onPress }: { onPress: () => void }) {
  const { colors } = useTheme();
  const { t } = useTranslation();
  return (
    <Pressable
      role="button"
      onPress={onPress}
      style={(state: Interaction) => [styles.link, state.pressed && styles.pressed, focusRing(colors, state)]}
    >
      <Text color="soft">
        {`${t('home.or')} `}
        <Text style={styles.underlined}>{t('home.write')}</Text>
      </Text>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  link: { minHeight: touchTarget, alignItems: 'center', justifyContent: 'center', alignSelf: 'center', paddingHorizontal: space[4], borderRadius: radius.full },
  pressed: { opacity: 0.7 },
  underlined: { textDecorationLine: 'underline' },
});
