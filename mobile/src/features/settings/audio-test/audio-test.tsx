import { useAudioPlayer } from 'expo-audio';
import { useMemo } from 'react';
import { StyleSheet, View } from 'react-native';
import { useTranslation } from '@/lib/i18n';
import { Button, Card, Ring, space, Text } from '@/ui';
import { testTone } from './tone';
import { useMicrophoneLevel } from './use-microphone-level';

/** Whether one is heard and can hear, before it matters. */
export function AudioTest() {
  const { t } = useTranslation();
  const { level, test, start, stop } = useMicrophoneLevel();
  const player = useAudioPlayer(useMemo(() => testTone(), []));
  const on = test === 'starting' || test === 'silent' || test === 'heard';
  const play = () => void player.seekTo(0).then(() => player.play());
  return (
    <Card style={styles.card}>
      <Text variant="section">{t('settings.audio.title')}</Text>
      <Text variant="small" color="soft">{t('settings.audio.text')}</Text>
      {on && <Ring mode="listening" level={level} size={180} label={t('settings.audio.level')} />}
      {test !== 'off' && test !== 'starting' && (
        <Text variant="small" color={test === 'heard' ? 'jadeText' : test === 'silent' ? 'soft' : 'roseText'} role="status" aria-live="polite">{t(`settings.audio.${test}`)}</Text>
      )}
      <View style={styles.acts}>
        <Button kind="quiet" size="small" icon="microphone" label={on ? t('settings.audio.stop') : t('settings.audio.listen')} onPress={on ? stop : start} />
        <Button kind="quiet" size="small" icon="speaker" label={t('settings.audio.play')} onPress={play} />
      </View>
    </Card>
  );
}

const styles = StyleSheet.create({
  card: { gap: space[3] },
  acts: { flexDirection: 'row', flexWrap: 'wrap', gap: space[2] },
});
