import { pcmWorklet } from './pcm-worklet.ts';
import { pieceSamples, sampleRate } from './pieces.ts';

/** Several tracks as one, in pieces of PCM. */
export interface SoundMix {
  setSources(tracks: MediaStreamTrack[]): void;
  close(): void;
}

const startMs = 3000;

/** Rejects where the page may not run audio yet, or cannot at all. */
export async function createSoundMix(onPiece: (samples: Float32Array) => void): Promise<SoundMix> {
  const context = new AudioContext({ sampleRate });
  try {
    await running(context);
    const code = URL.createObjectURL(new Blob([pcmWorklet], { type: 'text/javascript' }));
    await context.audioWorklet.addModule(code).finally(() => URL.revokeObjectURL(code));
  } catch (error) {
    void context.close();
    throw error;
  }

  const recorder = new AudioWorkletNode(context, 'pcm', { channelCount: 1, channelCountMode: 'explicit', processorOptions: { pieceSamples } });
  recorder.port.onmessage = ({ data }: MessageEvent<Float32Array>) => onPiece(data);
  // A node that leads nowhere would not be run; its output is silence.
  recorder.connect(context.destination);
  const sources = new Map<string, MediaStreamAudioSourceNode>();
  return {
    setSources: (tracks) => {
      const wanted = new Map(tracks.map((track) => [track.id, track]));
      for (const [id, source] of sources) {
        if (wanted.has(id)) continue;
        source.disconnect();
        sources.delete(id);
      }
      for (const [id, track] of wanted) {
        if (sources.has(id)) continue;
        const source = context.createMediaStreamSource(new MediaStream([track]));
        source.connect(recorder);
        sources.set(id, source);
      }
    },
    close: () => {
      recorder.port.onmessage = null;
      void context.close();
    },
  };
}

async function running(context: AudioContext) {
  if (context.state === 'running') return;
  const patience = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('The page may not play or record sound yet.')), startMs));
  await Promise.race([context.resume(), patience]);
}
