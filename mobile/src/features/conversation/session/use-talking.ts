import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { haptics } from '@/lib/haptics';
import type { VoiceInputService } from '../call/use-voice-input-service';
import type { ConversationAction } from '../state/actions';
import type { TellingTheAssistant } from './use-app-messages';

/** A touch shorter than this was meant as a tap, and held no words. Milliseconds. */
const SHORTEST_MS = 300;

/** Taking the word and giving it back. */
export interface Talking {
  start(): void;
  stop(): void;
  /** The last touch was too short to say anything. */
  readonly wasTooShort: boolean;
}

/** Opens the microphone and says so, closes it and asks for the answer; in this order, each once. */
export function useTalking(
  { startRecording, stopRecording, isRecording, refusal }: VoiceInputService,
  assistant: TellingTheAssistant,
  isInCall: boolean,
  isHolding: boolean,
  dispatch: (action: ConversationAction) => void,
): Talking {
  const isOpen = useRef(false);
  const startedAt = useRef(0);
  const [wasTooShort, setWasTooShort] = useState(false);

  const start = useCallback(() => {
    if (isOpen.current || !isInCall) return;
    isOpen.current = true;
    startedAt.current = performance.now();
    setWasTooShort(false);
    haptics.hold();
    startRecording();
    assistant.inputStarted();
    dispatch({ type: 'user-input-started' });
  }, [assistant, dispatch, isInCall, startRecording]);

  const stop = useCallback(() => {
    if (!isOpen.current) return;
    isOpen.current = false;
    haptics.release();
    stopRecording();
    assistant.inputEnded();
    const isTooShort = performance.now() - startedAt.current < SHORTEST_MS;
    setWasTooShort(isTooShort);
    dispatch({ type: isTooShort ? 'user-input-abandoned' : 'user-input-ended' });
  }, [assistant, dispatch, stopRecording]);

  // The call was lost, or the microphone is not given now, whatever was before: nobody is listening, so nothing is being said.
  const isUnheard = !isInCall || (isHolding && refusal !== null && !isRecording);
  useEffect(() => {
    if (!isUnheard || !isOpen.current) return;
    isOpen.current = false;
    stopRecording();
    if (isInCall) assistant.inputEnded();
    dispatch({ type: 'user-input-abandoned' });
  }, [assistant, dispatch, isInCall, isUnheard, stopRecording]);

  return useMemo(() => ({ start, stop, wasTooShort }), [start, stop, wasTooShort]);
}
