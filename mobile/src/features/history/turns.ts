import { type SavedMessage } from '@numeroly/generated-client';
import { type Turn } from '@/ui/audio/seek-bar';

/** Who has the word at which second of a recording: from each message until the next one. */
export function turnsIn(messages: readonly SavedMessage[], startedAt: string | null, durationSeconds: number): readonly Turn[] {
  if (startedAt === null || durationSeconds <= 0) return [];
  const begin = Date.parse(startedAt);
  const at = (moment: string) => (Date.parse(moment) - begin) / 1000;
  return messages.flatMap((message, index) => {
    const next = messages[index + 1];
    const from = Math.max(at(message.spoken_at), 0);
    const until = Math.min(next ? at(next.spoken_at) : durationSeconds, durationSeconds);
    return until > from ? [{ from, until, voice: message.speaker }] : [];
  });
}
