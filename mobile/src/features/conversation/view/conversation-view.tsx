import type { CallAccess } from '@numeroly/generated-client';
import { useState } from 'react';
import { KeyboardAvoidingView, ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { usePreferences } from '@/features/settings/preferences';
import { useTranslation } from '@/lib/i18n';
import { column, Screen, space, Text, useTheme, useWide } from '@/ui';
import { LevelMeter } from '../call/level-meter';
import type { ConversationInHand } from '../session/use-conversation';
import { useElapsed } from '../session/use-elapsed';
import { useLate } from '../session/use-late';
import { useVoice } from '../session/use-voice';
import { notesOf } from '../state/notes';
import { transcriptOf } from '../state/transcript';
import { announcementOf } from './announcement';
import { Announcer } from './announcer';
import { BottomRow } from './bottom-row';
import { networkBadgeOf } from './network-badge';
import type { ReadingNumbers } from './reading-numbers';
import { RingStage } from './ring-stage';
import { ringWordOf } from './ring-word';
import { TopRow } from './top-row';
import { TranscriptView } from './transcript-view';
import { TroubleNotices } from './trouble-notices';
import { troublesOf } from './troubles';

/** A server that is silent for less than this is not worth a word. */
const SILENCE_MS = 4_000;

export interface ConversationViewProps {
  readonly conversation: ConversationInHand;
  readonly conversationId: string;
  /** What lets the person into the call; null for a conversation in writing. */
  readonly access: CallAccess | null;
  readonly numbers: ReadingNumbers;
  /** Turns from writing to talking. */
  readonly onWantVoice: () => void;
}

/** The conversation while it goes on: the ring, the words of both sides, and the button to hold. */
export function ConversationView({ conversation, conversationId, access, numbers, onWantVoice }: ConversationViewProps) {
  const { t } = useTranslation();
  const { talkMode } = usePreferences();
  const isWide = useWide();
  const { colors } = useTheme();
  const { bottom } = useSafeAreaInsets();
  const { state, dispatch, messages, ending } = conversation;
  const voice = useVoice(conversationId, access, state, messages.sendSpoken, dispatch);
  const seconds = useElapsed(state.openedAt, true);
  const isServerLost = useLate(conversation.hearing === 'lost', SILENCE_MS);
  const [isWriting, setIsWriting] = useState(access === null);

  const troubles = troublesOf(state, {
    microphone: state.call.name === 'joined' ? voice.input.trouble : null,
    hearing: isServerLost ? 'lost' : 'heard',
    isAssistantLate: voice.isAssistantLate,
    hasSpeakerTrouble: voice.output.hasSpeakerTrouble,
  });
  const entries = transcriptOf(state);
  const isVoiceHeard = state.call.name === 'joined' && voice.output.remoteAudioAvailable === 'playable';
  const isCrowded = isWriting || troubles.length > 0;
  const isBroken = state.isAssistantHere && state.call.name === 'joined' && voice.output.remoteAudioAvailable === 'interrupted';

  const transcript = (
    <TranscriptView
      entries={entries}
      notes={notesOf(state)}
      invitation={t(`conversation.transcript.${isWriting ? 'emptyWriting' : talkMode === 'open' ? 'emptyOpen' : 'empty'}`)}
      onResend={messages.retry}
    />
  );
  return (
    <Screen title={t('conversation.title')} width={isWide ? 'page' : 'narrow'} scroll={false}>
      <KeyboardAvoidingView behavior="padding" style={[styles.fill, isWide && styles.sideBySide, { paddingBottom: space[6] + bottom }]}>
        <View style={[styles.fill, isWide && styles.column]}>
          <TopRow network={networkBadgeOf(state.call, voice.quality)} seconds={seconds} onEnd={ending.end} />
          <View style={[styles.stage, isWide && styles.fill]}>
            <RingStage
              word={ringWordOf(state, voice.input.isRecording, voice.isAssistantLate)}
              numbers={numbers.values}
              {...(numbers.main !== undefined && { main: numbers.main })}
              mine={voice.levels.mine}
              theirs={voice.levels.theirs}
              isSmall={isCrowded && !isWide}
            />
            {isBroken && <Text variant="small" color="soft" align="center" aria-live="polite">{t('conversation.remoteAudio.interrupted')}</Text>}
          </View>
          {troubles.length > 0 && (
            <ScrollView style={styles.troubles} contentContainerStyle={styles.troubleList}>
              <TroubleNotices
                troubles={troubles}
                onRetryCall={voice.retryCall}
                onRetryMicrophone={() => void voice.input.prepare()}
                onWrite={() => setIsWriting(true)}
              />
            </ScrollView>
          )}
          {!isWide && transcript}
          <BottomRow
            voice={voice}
            isInCall={state.call.name === 'joined'}
            isTalking={state.isHolding}
            isWriting={isWriting}
            onWrite={() => setIsWriting(true)}
            onTalk={() => {
              setIsWriting(false);
              if (access === null) onWantVoice();
            }}
            onSend={messages.send}
          />
        </View>
        {isWide && <View style={[styles.beside, { borderColor: colors.hairline }]}>{transcript}</View>}
      </KeyboardAvoidingView>
      <Announcer text={announcementOf(entries, isVoiceHeard)} />
      {voice.localId !== null && state.call.name === 'joined' && <LevelMeter key={voice.localId} sessionId={voice.localId} onLevel={voice.hearMine} />}
      {voice.output.assistantId !== null && <LevelMeter key={voice.output.assistantId} sessionId={voice.output.assistantId} onLevel={voice.levels.hearTheirs} />}
    </Screen>
  );
}

const styles = StyleSheet.create({
  fill: { flex: 1, minHeight: 0 },
  sideBySide: { flexDirection: 'row', gap: space[10] },
  column: { maxWidth: column.narrow, minWidth: 360 },
  stage: { justifyContent: 'center', paddingVertical: space[3] },
  troubles: { flexGrow: 0, flexShrink: 1, maxHeight: '45%' },
  troubleList: { gap: space[3], paddingBottom: space[3] },
  beside: { flex: 1, minHeight: 0, borderLeftWidth: 1, paddingLeft: space[10] },
});
