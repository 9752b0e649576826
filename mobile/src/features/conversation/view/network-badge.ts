import type { NetworkQuality } from '@numeroly/generated-client';
import type { CallState } from '../state/conversation-state';
import type { NetworkBadge } from './top-row';

/** The network as the person should see it. */
export function networkBadgeOf(call: CallState, quality: NetworkQuality): NetworkBadge {
  switch (call.name) {
    case 'none':
      return 'none';
    case 'joining':
      return 'unknown';
    case 'joined':
      return quality;
    default:
      return 'lost';
  }
}
