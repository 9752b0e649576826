import { runningContext } from './audio-context.ts';
import { heardRate } from './rates.ts';

/** Listens to any number of tracks at once. */
export interface Ears {
  /** Listens to these from now on, by the id of whoever sends them. */
  setTracks(tracks: ReadonlyMap<string, MediaStreamTrack>): void;
  /** Whether anybody's microphone is open; else nothing is handed over, but for what was still under way. */
  setOpen(isOpen: boolean): void;
}

// What was said before a microphone was closed is still on its way when that is known.
const underWayMs = 300;

export async function createEars(onFrame: (samples: ArrayBuffer) => void): Promise<Ears> {
  const context = await runningContext(heardRate, 'capture.js');
  const capture = new AudioWorkletNode(context, 'capture', { numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
  capture.port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => onFrame(data);
  const listening = new Map<string, { track: MediaStreamTrack; stop(): void }>();
  let wasOpen = false;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const listen = (track: MediaStreamTrack) => {
    const stream = new MediaStream([track]);
    // Chromium decodes a remote track only while some element plays it.
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    // Fails only when the track is gone before it began, and then it is stopped right after.
    element.play().catch(() => undefined);
    const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    source.connect(capture);
    return {
      track,
      stop: () => {
        source.disconnect();
        element.srcObject = null;
      },
    };
  };

  return {
    setTracks: (tracks) => {
      for (const [id, { track, stop }] of listening) {
        if (tracks.get(id) === track) continue;
        stop();
        listening.delete(id);
      }
      for (const [id, track] of tracks) if (!listening.has(id)) listening.set(id, listen(track));
    },
    setOpen: (isOpen) => {
      if (isOpen === wasOpen) return;
      wasOpen = isOpen;
      clearTimeout(closing);
      if (isOpen) capture.port.postMessage(true);
      else closing = setTimeout(() => capture.port.postMessage(false), underWayMs);
    },
  };
}
