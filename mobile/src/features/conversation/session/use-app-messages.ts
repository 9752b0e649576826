import { useAppMessage } from '@daily-co/daily-react';
import { useCallback, useMemo } from 'react';
import { userInputEnded, userInputStarted, type IncomingMessage, type OutgoingMessage, type RecognisedBy, type Turns } from '../protocol/app-messages';
import { parseAppMessage } from '../protocol/parsing';
import type { ConversationAction } from '../state/actions';

export interface TellingTheAssistant {
  inputStarted(turns: Turns, recognisedBy: RecognisedBy['recognisedBy']): void;
  inputEnded(turns: Turns, by: RecognisedBy): void;
}

/** Takes in what the assistant says by app message, and tells it when the person speaks. */
export function useAppMessages(conversationId: string, dispatch: (action: ConversationAction) => void): TellingTheAssistant {
  const onAppMessage = useCallback(
    ({ data }: { data: unknown }) => {
      const parsed = parseAppMessage(data, conversationId);
      if (parsed.kind === 'understood') dispatch(actionOf(parsed.message));
      else if (parsed.kind === 'malformed') dispatch({ type: 'app-message-dropped' });
    },
    [conversationId, dispatch],
  );
  const send = useAppMessage<OutgoingMessage>({ onAppMessage });

  return useMemo(
    () => ({
      inputStarted: (turns, recognisedBy) => send(userInputStarted(conversationId, turns, recognisedBy)),
      inputEnded: (turns, by) => send(userInputEnded(conversationId, turns, by)),
    }),
    [conversationId, send],
  );
}

function actionOf(message: IncomingMessage): ConversationAction {
  switch (message.type) {
    case 'transcription_update':
      return { type: 'transcription-updated', seq: message.seq, text: message.text, isFinal: message.isFinal };
    case 'processing_status':
      return { type: 'processing-changed', seq: message.seq, status: message.status };
    case 'assistant_response':
      return { type: 'assistant-responded', seq: message.seq, text: message.text, tone: message.emotionalTone };
    case 'conversation_ended':
      return { type: 'ended', cause: message.cause, version: null };
  }
}
