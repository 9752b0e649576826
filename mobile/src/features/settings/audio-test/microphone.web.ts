import { loudness } from './loudness';
import { type Listening, MicrophoneError } from './listening';

/** Listens to a browser's microphone. Nothing is recorded. */
export async function listen(onLevel: (level: number) => void): Promise<Listening> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } }).catch((error: unknown) => {
    throw new MicrophoneError(error instanceof DOMException && error.name === 'NotFoundError' ? 'missing' : 'denied', { cause: error });
  });
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = requestAnimationFrame(function measure() {
    analyser.getFloatTimeDomainData(samples);
    onLevel(loudness(10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)));
    frame = requestAnimationFrame(measure);
  });
  return {
    stop: async () => {
      cancelAnimationFrame(frame);
      stream.getTracks().forEach((track) => track.stop());
      await context.close();
    },
  };
}
