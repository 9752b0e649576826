import type { Progress } from '../protocol.ts';
import { runningContext } from './audio-context.ts';
import type { FromPlayback, ToPlayback } from './playback-worklet.ts';
import { spokenRate } from './rates.ts';

/** Says what it is given. */
export interface Voice {
  /** What it says, as the microphone of the call. */
  readonly track: MediaStreamTrack;
  say(samples: Int16Array): void;
  flush(id: number): void;
}

export interface VoiceEvents {
  onProgress(progress: Progress): void;
  onFlushed(id: number, progress: Progress): void;
}

export async function createVoice({ onProgress, onFlushed }: VoiceEvents): Promise<Voice> {
  const context = await runningContext(spokenRate, 'playback.js');
  const playback = new AudioWorkletNode(context, 'playback', { numberOfInputs: 0, outputChannelCount: [1] });
  playback.port.onmessage = ({ data: { flush, ...progress } }: MessageEvent<FromPlayback>) => (flush === undefined ? onProgress(progress) : onFlushed(flush, progress));
  const post = (message: ToPlayback, transfer: Transferable[] = []) => playback.port.postMessage(message, transfer);
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  playback.connect(destination);
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('The browser gave no track to speak into.');
  return {
    track,
    say: (samples) => post(samples, [samples.buffer]),
    flush: (id) => post({ flush: id }),
  };
}
