import { audioContext } from './audio-context.ts';

/** How loud the own microphone is now: the largest sample of the last moment, 0 to 1. Silence where it cannot be measured. */
export function createLocalLevel() {
  let measured: MediaStreamTrack | null = null;
  let source: MediaStreamAudioSourceNode | null = null;
  let analyser: AnalyserNode | null = null;
  let samples = new Float32Array(0);

  const measure = (track: MediaStreamTrack) => {
    const context = audioContext();
    if (!context) return;
    stop();
    measured = track;
    analyser = context.createAnalyser();
    analyser.fftSize = 2048;
    samples = new Float32Array(analyser.fftSize);
    source = context.createMediaStreamSource(new MediaStream([track]));
    source.connect(analyser);
  };
  const stop = () => {
    source?.disconnect();
    measured = null;
    source = null;
    analyser = null;
  };
  return {
    level: (track: MediaStreamTrack | null) => {
      if (!track || track.readyState === 'ended') return 0;
      if (track !== measured) measure(track);
      if (!analyser) return 0;
      analyser.getFloatTimeDomainData(samples);
      return Math.min(1, samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0));
    },
    stop,
  };
}
