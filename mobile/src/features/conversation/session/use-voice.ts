import { useLocalSessionId } from '@daily-co/daily-react';
import type { CallAccess, ReportConnectionRequest } from '@numeroly/generated-client';
import { useCallback, useEffect } from 'react';
import { isOffline, newIdempotencyKey, useApi } from '@/lib/api';
import { haptics } from '@/lib/haptics';
import { useAudioLevels } from '../call/use-audio-levels';
import { useDucking } from '../call/use-ducking';
import { useNetworkQuality } from '../call/use-network-quality';
import { useVoiceInputService } from '../call/use-voice-input-service';
import { useVoiceOutputService } from '../call/use-voice-output-service';
import type { ConversationAction } from '../state/actions';
import type { ConversationState } from '../state/conversation-state';
import { useAppMessages } from './use-app-messages';
import { useCall } from './use-call';
import { useLate } from './use-late';
import { useRecognising } from './use-recognising';
import type { SpokenWords } from './use-sending-messages';
import { useSpeakingOver } from './use-speaking-over';
import { useTalking } from './use-talking';

/** An assistant that is not in the call by then may not come. */
const ASSISTANT_WITHIN_MS = 20_000;

/** The conversation by voice: the call, both voices, and what is heard of them. */
export function useVoice(
  conversationId: string,
  access: CallAccess | null,
  state: ConversationState,
  sendSpoken: (words: SpokenWords) => string,
  dispatch: (action: ConversationAction) => void,
) {
  const api = useApi();
  const isInCall = state.call.name === 'joined';
  const retryCall = useCall(access, dispatch);
  const input = useVoiceInputService();
  const output = useVoiceOutputService();
  const assistant = useAppMessages(conversationId, dispatch);
  const recognising = useRecognising(access !== null, state.isAssistantHeard, sendSpoken, dispatch);
  const ducking = useDucking(output.assistantId, state.isAssistantHeard);
  const talking = useTalking({ input, assistant, recognising, ducking, isInCall, isAssistantHere: state.isAssistantHere, isHolding: state.isHolding, dispatch });
  const onHeard = useCallback((isHeard: boolean) => dispatch({ type: isHeard ? 'assistant-became-audible' : 'assistant-fell-silent' }), [dispatch]);
  const levels = useAudioLevels(onHeard);
  const report = useCallback(
    // For debugging only: what does not get through is not missed.
    (connection: ReportConnectionRequest) => {
      if (!isOffline()) void api.reportConnection(conversationId, connection, newIdempotencyKey()).catch(() => undefined);
    },
    [api, conversationId],
  );
  const quality = useNetworkQuality(report);
  const hearMine = useSpeakingOver(state.isHolding && state.turns === 'open' && state.isAssistantHeard, ducking, levels.hearMine);

  const { assistantId } = output;
  useEffect(() => {
    if (assistantId === null) return undefined;
    dispatch({ type: 'assistant-arrived' });
    return () => dispatch({ type: 'assistant-left' });
  }, [assistantId, dispatch]);

  const { prepare } = input;
  const wantsVoice = access !== null;
  useEffect(() => {
    if (wantsVoice) void prepare();
  }, [prepare, wantsVoice]);

  const isHeard = state.isAssistantHeard;
  useEffect(() => {
    if (isHeard) haptics.answer();
  }, [isHeard]);

  return {
    input,
    output,
    talking,
    levels,
    hearMine,
    quality,
    retryCall,
    isAssistantLate: useLate(isInCall && assistantId === null, ASSISTANT_WITHIN_MS),
    localId: useLocalSessionId() || null,
  };
}

export type Voice = ReturnType<typeof useVoice>;
