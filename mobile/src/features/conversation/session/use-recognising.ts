import { useDaily } from '@daily-co/daily-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from '@/lib/i18n';
import type { RecognisedBy, Turns } from '../protocol/app-messages';
import type { Recognised } from '../recognition/recognition-engine';
import { useRecogniser } from '../recognition/use-recogniser';
import type { ConversationAction } from '../state/actions';
import { letGo, pause, type TurnHeard } from './turn-heard';
import type { SpokenWords } from './use-sending-messages';

/** The device's own understanding of the person, for one turn at a time. */
export interface Recognising {
  /** @param onLost it fails in the middle of the turn. @returns who recognises this turn. */
  begin(turns: Turns, onLost: () => void): RecognisedBy['recognisedBy'];
  /** The turn is over: tells once, within a bounded time, who has recognised it. */
  finish(onKnown: (by: RecognisedBy) => void): void;
  /** Has a finishing that is under way tell now. */
  hurry(): void;
  /** Nothing was meant by the turn. */
  forget(): void;
}

const byTheAssistant: RecognisedBy = { recognisedBy: 'assistant' };

/**
 * Recognises the person's words on their device, shows them as they come and saves them as typed messages are.
 *
 * @param isAssistantHeard while it is, a recogniser that hears the whole room would take the assistant for the person.
 */
export function useRecognising(
  isWanted: boolean,
  isAssistantHeard: boolean,
  sendSpoken: (words: SpokenWords) => string,
  dispatch: (action: ConversationAction) => void,
): Recognising {
  const recogniser = useRecogniser(isWanted);
  const { language } = useTranslation();
  const call = useDaily();
  const heard = useRef<TurnHeard | null>(null);
  const isHeard = useRef(isAssistantHeard);
  const forget = useCallback(() => {
    letGo(heard.current);
    heard.current = null;
    dispatch({ type: 'words-recognised', text: '' });
  }, [dispatch]);

  const begin = useCallback(
    (turns: Turns, onLost: () => void) => {
      forget();
      const track = () => call?.participants().local?.tracks.audio.persistentTrack ?? null;
      const save = ({ text, confidence }: Recognised) => sendSpoken({ text, confidence, spokenAt: new Date().toISOString() });
      const listen = () =>
        recogniser?.start(language, turns === 'open' ? 'apart' : 'together', track, {
          onInterim: (text) => dispatch({ type: 'words-recognised', text }),
          onSentence: (sentence) => {
            if (heard.current === turn) turn.lastSentence = save(sentence);
          },
          onFailure: () => {
            if (heard.current !== turn) return;
            dispatch({ type: 'words-recognised', text: '' });
            onLost();
          },
        }) ?? null;
      const turn: TurnHeard = { listening: null, turns, begunAt: new Date().toISOString(), lastSentence: null, isPaused: false, pausing: null, listen, save, onLost };
      heard.current = turn;
      turn.listening = listen();
      if (isHeard.current) pause(turn);
      return turn.listening === null && !turn.isPaused ? 'assistant' : 'device';
    },
    [call, dispatch, forget, language, recogniser, sendSpoken],
  );

  const finish = useCallback(
    (onKnown: (by: RecognisedBy) => void) => {
      const turn = heard.current;
      turn?.pausing?.hurry();
      const know = (messageId: string | null) => {
        if (heard.current === turn) heard.current = null;
        if (messageId === null) dispatch({ type: 'words-recognised', text: '' });
        onKnown(messageId === null ? byTheAssistant : { recognisedBy: 'device', messageId });
      };
      if (turn === null || turn.listening === null) return know(turn?.lastSentence ?? null);
      turn.listening.stop((words) =>
        know(words === null ? turn.lastSentence : sendSpoken({ ...words, spokenAt: turn.turns === 'open' ? new Date().toISOString() : turn.begunAt })),
      );
    },
    [dispatch, sendSpoken],
  );
  const hurry = useCallback(() => heard.current?.listening?.hurry(), []);

  useEffect(() => {
    isHeard.current = isAssistantHeard;
    const turn = heard.current;
    if (turn === null) return;
    if (isAssistantHeard) {
      pause(turn);
    } else if (turn.isPaused) {
      turn.isPaused = false;
      turn.listening = turn.listen();
      if (turn.listening === null) turn.onLost();
    }
  }, [dispatch, isAssistantHeard]);

  useEffect(() => () => letGo(heard.current), []);

  return useMemo(() => ({ begin, finish, hurry, forget }), [begin, finish, forget, hurry]);
}
