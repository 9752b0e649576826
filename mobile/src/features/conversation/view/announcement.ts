import type { TranscriptEntry } from '../state/transcript';

/**
 * What a screen reader should say of the transcript: the assistant's newest words, if they are not heard anyway. Two
 * voices at once would help nobody.
 */
export function announcementOf(entries: readonly TranscriptEntry[], isVoiceHeard: boolean): string {
  if (isVoiceHeard) return '';
  const last = entries.findLast(({ standing }) => standing === 'saved' || standing === 'settling');
  return last?.speaker === 'assistant' ? last.text : '';
}
