import { androidEngine, type AndroidRecognition } from './android-engine';
import type { EngineListener } from './recognition-engine';

type Listener = (event: unknown) => void;

/** The module as it stands in a phone: one recogniser, whose events go to everybody. */
class FakeModule {
  readonly done: string[] = [];
  private readonly listeners = new Map<string, Listener>();

  addListener = (name: string, listener: Listener) => {
    this.listeners.set(name, listener);
    return { remove: () => undefined };
  };
  start = ({ lang, continuous }: { lang: string; continuous: boolean }) => void this.done.push(`start ${lang} ${continuous}`);
  stop = () => void this.done.push('stop');
  abort = () => void this.done.push('abort');
  tells = (name: string, event?: unknown) => this.listeners.get(name)?.(event);
}

function phone() {
  const module = new FakeModule();
  const engine = androidEngine(module as unknown as AndroidRecognition);
  const told: string[] = [];
  const listener = (who: string): EngineListener => ({
    onWords: (finished, pending) => void told.push(`${who}: ${finished.map(({ text, confidence }) => `${text} ${confidence}`).join()}|${pending}`),
    onFailure: (failure) => void told.push(`${who} failed: ${failure}`),
    onEnd: () => void told.push(`${who} ended`),
  });
  return { module, engine, told, listener };
}

test('it records in our own process, and tells what it understands', () => {
  const { module, engine, told, listener } = phone();
  const run = engine.run('vi-VN', null, listener('A'));
  module.tells('result', { isFinal: false, results: [{ transcript: 'số', confidence: -1 }] });
  module.tells('result', { isFinal: true, results: [{ transcript: 'số bốn', confidence: 0.7 }] });
  module.tells('result', { isFinal: true, results: [] });
  run.stop();
  module.tells('end');
  expect(module.done).toEqual(['start vi-VN true', 'stop']);
  expect(told).toEqual(['A: |số', 'A: số bốn 0.7|', 'A ended']);
});

test('a turn that comes before the last has ended waits for it, and hears nothing of it', () => {
  const { module, engine, told, listener } = phone();
  engine.run('vi-VN', null, listener('A'));
  engine.run('en-US', null, listener('B'));
  expect(module.done).toEqual(['start vi-VN true', 'abort']);
  module.tells('error', { error: 'aborted' });
  module.tells('end');
  module.tells('error', { error: 'network' });
  expect(module.done).toEqual(['start vi-VN true', 'abort', 'start en-US true']);
  expect(told).toEqual(['A failed: aborted', 'A ended', 'B failed: network']);
});

test('a turn that is over before its recogniser began never begins', () => {
  const { module, engine, listener } = phone();
  engine.run('vi-VN', null, listener('A'));
  engine.run('vi-VN', null, listener('B')).abort();
  module.tells('end');
  expect(module.done).toEqual(['start vi-VN true', 'abort']);
});
