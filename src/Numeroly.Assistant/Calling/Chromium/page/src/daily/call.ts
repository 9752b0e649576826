import Daily from '@daily-co/daily-js';
import type { Ending, FromPage, ToPage } from '../protocol.ts';
import type { Ears } from '../sound/ears.ts';
import type { Voice } from '../sound/voice.ts';
import { followConnection } from './connection.ts';
import { endingOf } from './endings.ts';
import { followParticipants } from './participants.ts';
import { followTranscription } from './transcription.ts';

/** The call that this page is in. */
export interface Call {
  send(data: unknown): void;
  transcribe(language: string, model: string): void;
  leave(): Promise<void>;
}

export interface CallParts {
  ears: Ears;
  voice: Voice;
  send(message: FromPage): void;
  onOver(ending: Ending): void;
}

/** Joins with the voice as microphone and without a camera. @throws what daily-js rejects with. */
export async function joinCall({ url, token, userName, bundlePath }: Extract<ToPage, { type: 'join' }>, { ears, voice, send, onOver }: CallParts): Promise<Call> {
  let isLeaving = false;
  let failure: unknown;
  const call = Daily.createCallObject({
    audioSource: voice.track,
    videoSource: false,
    startVideoOff: true,
    startAudioOff: false,
    subscribeToTracksAutomatically: false,
    dailyConfig: { avoidEval: true, ...(bundlePath !== null && { bundlePathOverride: bundlePath }) },
  });
  call.on('error', (event) => {
    failure = event;
  });
  const transcription = followTranscription(call, send);
  followConnection(call, (isLost) => send({ type: 'connection', isLost }));
  call.on('app-message', ({ fromId, data }) => send({ type: 'app-message', sessionId: fromId, data }));

  const joined = await call.join({ url, token, userName });
  if (!joined) throw new Error('The call ended while it was joined.');
  send({ type: 'joined', sessionId: joined.local.session_id });
  followParticipants(call, ears, send);
  call.on('left-meeting', () => {
    if (!isLeaving) onOver(failure === undefined ? { error: 'left', message: 'the call ended' } : endingOf(failure));
  });

  return {
    send: (data) => void call.sendAppMessage(data, '*'),
    transcribe: transcription.start,
    leave: () => {
      isLeaving = true;
      return call.leave();
    },
  };
}
