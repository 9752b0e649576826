import { type ConversationView } from '@numeroly/generated-client';
import { useLocalSearchParams, useRouter } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { failureOf } from '@/lib/api';
import { formatMoment, useTranslation } from '@/lib/i18n';
import { Columns, IconButton, Ring, Screen, space, Text } from '@/ui';
import { FailureNotice } from '../failures/failure-notice';
import { useConversation, useTranscript } from './api';
import { Facts } from './facts';
import { ReadingOfThen } from './reading-of-then';
import { RecordingCard } from './recording-card';
import { TranscriptCard } from './transcript-card';

/** A conversation looked at later: its numbers, how it went, what was said, how it sounded. */
export function PastConversationScreen() {
  const { t, language } = useTranslation();
  const router = useRouter();
  const { id } = useLocalSearchParams<{ id: string }>();
  const conversation = useConversation(id);
  const title = conversation.data ? formatMoment(new Date(conversation.data.created_at), language) : t('history.title');
  return (
    <Screen title={title} width="page">
      <View style={styles.head}>
        <IconButton icon="back" label={t('ui.back')} kind="plain" onPress={() => (router.canGoBack() ? router.back() : router.replace('/history'))} />
        <Text variant="title" style={styles.title}>{title}</Text>
      </View>
      {conversation.data ? (
        <Past conversation={conversation.data} />
      ) : conversation.error ? (
        <FailureNotice failure={failureOf(conversation.error)} onRetry={() => void conversation.refetch()} retrying={conversation.isFetching} />
      ) : (
        <Ring mode="thinking" label={t('ui.loading')} />
      )}
    </Screen>
  );
}

function Past({ conversation }: { conversation: ConversationView }) {
  const transcript = useTranscript(conversation.conversation_id);
  return (
    <Columns
      main={
        <>
          <ReadingOfThen conversation={conversation} />
          <Facts conversation={conversation} />
        </>
      }
      beside={
        <>
          <RecordingCard conversation={conversation} messages={transcript.data ?? []} />
          {transcript.error ? (
            <FailureNotice failure={failureOf(transcript.error)} onRetry={() => void transcript.refetch()} retrying={transcript.isFetching} />
          ) : (
            <TranscriptCard messages={transcript.data} />
          )}
        </>
      }
    />
  );
}

const styles = StyleSheet.create({
  head: { flexDirection: 'row', alignItems: 'center', marginLeft: -space[3], marginBottom: space[4] },
  title: { flex: 1 },
});
