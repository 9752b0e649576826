import { type ConversationView, type SavedMessage } from '@numeroly/generated-client';
import { StyleSheet } from 'react-native';
import { failureOf } from '@/lib/api';
import { useTranslation } from '@/lib/i18n';
import { AudioPlayer, Card, Notice, space, Text } from '@/ui';
import { FailureNotice } from '../failures/failure-notice';
import { useRecording } from './api';
import { turnsIn } from './turns';

/** The sound of the conversation, or why there is none (yet). A call that was interrupted has several pieces. */
export function RecordingCard({ conversation, messages }: { conversation: ConversationView; messages: readonly SavedMessage[] }) {
  const { t } = useTranslation();
  const { status } = conversation.recording;
  const recording = useRecording(conversation.conversation_id, status === 'ready');
  if (status === 'pending') return <Notice tone="neutral" title={t('failures.recording-pending.title')} text={t('failures.recording-pending.text')} />;
  if (status !== 'ready') return <Notice tone="neutral" title={t('failures.recording-unavailable.title')} text={t('failures.recording-unavailable.text')} />;
  if (recording.error) return <FailureNotice failure={failureOf(recording.error)} onRetry={() => void recording.refetch()} retrying={recording.isFetching} />;
  return (
    <Card style={styles.card}>
      <Text variant="section">{t('history.recording')}</Text>
      {recording.data?.pieces.map((piece) => (
        <AudioPlayer
          key={piece.recording_id}
          url={piece.url}
          durationSeconds={piece.duration_seconds}
          turns={turnsIn(messages, piece.started_at, piece.duration_seconds ?? 0)}
          labels={{ play: t('ui.play'), pause: t('ui.pause'), position: t('ui.position'), speed: t('ui.speed') }}
        />
      ))}
    </Card>
  );
}

const styles = StyleSheet.create({ card: { gap: space[2] } });
