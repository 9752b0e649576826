/** An AudioContext that runs, with the worklet loaded in it. @throws Error where it does not start. */
export async function runningContext(sampleRate: number, worklet: string): Promise<AudioContext> {
  const context = new AudioContext({ sampleRate, latencyHint: 0 });
  await Promise.all([context.audioWorklet.addModule(worklet), context.resume()]);
  return context;
}
