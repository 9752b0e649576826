import { useEffect, useState } from 'react';
import { followConversation } from '../live-feed/live-feed';
import { useFeedSource } from '../live-feed/use-feed-source';
import type { ConversationAction } from '../state/actions';
import { isForGood } from './permanent-failures';

/** Whether the server is heard: not yet, yes, or no more for the moment. */
export type ServerHearing = 'not-yet' | 'heard' | 'lost';

/** Follows the conversation's live feed as long as there is something to follow. */
export function useLiveFeed(conversationId: string | null, dispatch: (action: ConversationAction) => void): ServerHearing {
  const source = useFeedSource(conversationId);
  const [hearing, setHearing] = useState<ServerHearing>('not-yet');

  useEffect(() => {
    if (source === null) return undefined;
    const stopping = new AbortController();
    const listener = {
      onAction: dispatch,
      onConnected: (isConnected: boolean) => setHearing(isConnected ? 'heard' : 'lost'),
    };
    // It never rejects; when the server is done or refuses for good, there is no more to hear, and that is no trouble.
    void followConversation(source, 0, listener, isForGood, stopping.signal).then((end) => {
      if (end !== 'stopped') setHearing('heard');
    });
    return () => stopping.abort();
  }, [dispatch, source]);

  return hearing;
}
