import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { haptics } from '@/lib/haptics';
import type { Ducking } from '../call/use-ducking';
import type { VoiceInputService } from '../call/use-voice-input-service';
import type { Turns } from '../protocol/app-messages';
import type { ConversationAction } from '../state/actions';
import type { TellingTheAssistant } from './use-app-messages';
import type { Recognising } from './use-recognising';

/** A touch shorter than this was meant as a tap, and held no words. Milliseconds. */
const SHORTEST_MS = 300;

/** Taking the word and giving it back. */
export interface Talking {
  /** @param turns `hold` until {@link stop} says that all is said; `open` while several things may be said and answered. */
  start(turns: Turns): void;
  stop(): void;
  /** The last touch was too short to say anything. */
  readonly wasTooShort: boolean;
}

/** What talking goes through. All of it must be stable, except what the call says of itself. */
export interface TalkingParts {
  readonly input: Pick<VoiceInputService, 'startRecording' | 'stopRecording' | 'isRecording' | 'refusal'>;
  readonly assistant: TellingTheAssistant;
  readonly recognising: Recognising;
  readonly ducking: Ducking;
  readonly isInCall: boolean;
  readonly isAssistantHere: boolean;
  readonly isHolding: boolean;
  readonly dispatch: (action: ConversationAction) => void;
}

/** Opens the microphone and says so, closes it and asks for the answer; in this order, each once. */
export function useTalking({ input, assistant, recognising, ducking, isInCall, isAssistantHere, isHolding, dispatch }: TalkingParts): Talking {
  const { startRecording, stopRecording, isRecording, refusal } = input;
  const open = useRef<Turns | null>(null);
  // An open microphone that the network took is to be open again when it gives it back.
  const isToReopen = useRef(false);
  const startedAt = useRef(0);
  const [wasTooShort, setWasTooShort] = useState(false);

  const onLost = useCallback(() => {
    // What is held is recognised by the assistant in the end; what stays open, from now on.
    if (open.current !== 'open') return;
    recognising.finish((by) => assistant.inputEnded('open', by));
    assistant.inputStarted('open', 'assistant');
  }, [assistant, recognising]);

  const start = useCallback(
    (turns: Turns) => {
      if (open.current !== null || !isInCall) return;
      open.current = turns;
      isToReopen.current = turns === 'open';
      startedAt.current = performance.now();
      setWasTooShort(false);
      haptics.hold();
      if (turns === 'hold') ducking.duck();
      // The turn before may still wait for its last words: its end must be told before this beginning.
      recognising.hurry();
      startRecording();
      dispatch({ type: 'user-input-started', turns });
      assistant.inputStarted(turns, recognising.begin(turns, onLost));
    },
    [assistant, dispatch, ducking, isInCall, onLost, recognising, startRecording],
  );

  const stop = useCallback(() => {
    const turns = open.current;
    if (turns === null) return;
    open.current = null;
    isToReopen.current = false;
    haptics.release();
    stopRecording();
    ducking.lift();
    const isTooShort = turns === 'hold' && performance.now() - startedAt.current < SHORTEST_MS;
    setWasTooShort(isTooShort);
    // An open microphone had its answers all along; closing it asks for nothing.
    dispatch({ type: isTooShort || turns === 'open' ? 'user-input-abandoned' : 'user-input-ended' });
    if (isTooShort) recognising.forget();
    recognising.finish((by) => {
      assistant.inputEnded(turns, by);
      if (!isAssistantHere && !isTooShort && turns === 'hold' && by.recognisedBy === 'assistant') dispatch({ type: 'words-unheard' });
    });
  }, [assistant, dispatch, ducking, isAssistantHere, recognising, stopRecording]);

  // The call was lost, or the microphone is not given now, whatever was before: nobody is listening, so nothing is being said.
  const isRefused = isHolding && refusal !== null && !isRecording;
  const isUnheard = !isInCall || isRefused;
  useEffect(() => {
    if (isRefused) isToReopen.current = false;
    const turns = open.current;
    if (!isUnheard || turns === null) return;
    open.current = null;
    stopRecording();
    recognising.forget();
    if (isInCall) assistant.inputEnded(turns, { recognisedBy: 'assistant' });
    dispatch({ type: 'user-input-abandoned' });
  }, [assistant, dispatch, isInCall, isRefused, isUnheard, recognising, stopRecording]);

  useEffect(() => {
    if (isInCall && isToReopen.current && open.current === null) start('open');
  }, [isInCall, start]);

  return useMemo(() => ({ start, stop, wasTooShort }), [start, stop, wasTooShort]);
}
