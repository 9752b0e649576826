import { createSoundMix, type SoundMix } from './sound-mix.ts';
import { encodePiece } from './pieces.ts';

/** Takes up what is said in the call, for the recording: the own microphone and everybody who is heard here. */
export interface CallAudio {
  /** Under this number, or not at all. */
  assign(capture: number | null): Promise<void>;
  setSources(tracks: MediaStreamTrack[]): void;
}

export interface CallAudioEvents {
  /** False when nothing can be sent now. */
  send(piece: ArrayBuffer): boolean;
  /** This page cannot do it: somebody else must. */
  onFailed(): void;
}

/** Pieces kept while signalling is interrupted: half a minute. */
const mostKept = 300;

export function createCallAudio({ send, onFailed }: CallAudioEvents): CallAudio {
  let assigned: number | null = null;
  let mix: SoundMix | null = null;
  let tracks: MediaStreamTrack[] = [];
  let kept: ArrayBuffer[] = [];

  const deliver = (piece: ArrayBuffer) => {
    kept.push(piece);
    while (kept.length > 0 && send(kept[0] as ArrayBuffer)) kept.shift();
    if (kept.length > mostKept) kept = kept.slice(-mostKept);
  };
  const stop = () => {
    mix?.close();
    mix = null;
    kept = [];
  };
  const start = async (capture: number) => {
    let position = 0;
    const started = await createSoundMix((samples) => {
      deliver(encodePiece(capture, position, samples));
      position += samples.length;
    });
    if (assigned !== capture) return started.close();
    mix = started;
    mix.setSources(tracks);
  };

  return {
    assign: async (capture) => {
      if (capture === assigned) return;
      assigned = capture;
      stop();
      if (capture === null) return;
      try {
        await start(capture);
      } catch {
        // Without AudioWorklet, or in a page nobody has touched yet, there is nothing to take up; the server asks another page.
        if (assigned !== capture) return;
        assigned = null;
        onFailed();
      }
    },
    setSources: (next) => {
      tracks = next;
      mix?.setSources(next);
    },
  };
}
