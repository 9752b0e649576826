import type { DailyCall } from '@daily-co/daily-js';
import type { FromPage } from '../protocol.ts';

interface Recognised {
  is_final?: boolean;
  channel?: { alternatives?: { confidence?: number }[] };
}

/** Daily's own transcription: has it started, and tells what it heard. */
export function followTranscription(call: DailyCall, send: (message: FromPage) => void) {
  let isRunning = false;
  const tell = (running: boolean, reason: string | null) => {
    isRunning = running;
    send({ type: 'transcription', isRunning: running, reason });
  };
  call.on('transcription-started', () => tell(true, null));
  call.on('transcription-stopped', () => tell(false, 'it was stopped'));
  call.on('transcription-error', ({ errorMsg }) => tell(false, errorMsg ?? 'it failed'));
  call.on('transcription-message', ({ participantId, text, rawResponse }) => {
    const recognised = (rawResponse ?? {}) as Recognised;
    const confidence = recognised.channel?.alternatives?.[0]?.confidence ?? null;
    send({ type: 'transcribed', sessionId: participantId, text, isFinal: recognised.is_final ?? true, confidence });
  });

  return {
    /** A second start would transcribe every word twice. */
    start: (language: string, model: string) => {
      if (isRunning) return tell(true, null);
      try {
        // Only the raw answer says which texts are final.
        call.startTranscription({ language, model, punctuate: true, includeRawResponse: true, extra: { interim_results: true } });
      } catch (error) {
        tell(false, error instanceof Error ? error.message : String(error));
      }
    },
  };
}
