import { setAudioModeAsync, useAudioPlayer, useAudioPlayerStatus } from 'expo-audio';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Chip } from '../chip';
import { IconButton } from '../icon-button';
import { Text } from '../text';
import { space } from '../theme/measures';
import { SeekBar, type Turn } from './seek-bar';
import { clockTime, nextSpeed, type Speed } from './speeds';

export interface AudioPlayerProps {
  readonly url: string;
  /** Known before the sound is loaded. */
  readonly durationSeconds: number | null;
  readonly turns?: readonly Turn[];
  readonly labels: { readonly play: string; readonly pause: string; readonly position: string; readonly speed: string };
}

/** Plays a recording: start and stop, any place in it, faster or slower. */
export function AudioPlayer({ url, durationSeconds, turns, labels }: AudioPlayerProps) {
  const player = useAudioPlayer(url, { updateInterval: 250 });
  const status = useAudioPlayerStatus(player);
  const [speed, setSpeed] = useState<Speed>(1);
  const duration = Number.isFinite(status.duration) && status.duration > 0 ? status.duration : (durationSeconds ?? 0);

  const startOrStop = () => {
    if (status.playing) {
      player.pause();
      return;
    }
    if (status.didJustFinish || (duration > 0 && status.currentTime >= duration)) void player.seekTo(0);
    // Who touches play wants to hear it, also with the ringer off.
    void setAudioModeAsync({ playsInSilentMode: true }).then(() => player.play());
  };
  const faster = () => {
    const next = nextSpeed(speed);
    player.setPlaybackRate(next, 'high');
    setSpeed(next);
  };

  return (
    <View style={styles.player}>
      <View style={styles.row}>
        <IconButton icon={status.playing ? 'pause' : 'play'} label={status.playing ? labels.pause : labels.play} kind="filled" onPress={startOrStop} />
        <SeekBar label={labels.position} position={status.currentTime} duration={duration} turns={turns} onSeek={(seconds) => void player.seekTo(seconds)} />
      </View>
      <View style={styles.row}>
        <Text variant="caption" color="soft" style={styles.time}>{`${clockTime(status.currentTime)} / ${clockTime(duration)}`}</Text>
        <Chip label={`${speed}×`} accessibilityLabel={`${labels.speed}: ${speed}×`} onPress={faster} />
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  player: { gap: space[1] },
  row: { flexDirection: 'row', alignItems: 'center', gap: space[4] },
  time: { flex: 1, fontVariant: ['tabular-nums'] },
});
