import { FakeSpeechHost } from '../testing/fake-speech-recognition';
import { deviceRecogniser } from './device-recogniser';
import type { SpeechRecogniser } from './speech-recogniser';
import { webSpeechEngine } from './web-speech-engine';

function recogniserOn(host: FakeSpeechHost, takesTracks = false): SpeechRecogniser {
  const engine = webSpeechEngine(host.asHost(takesTracks));
  if (engine === null) throw new Error('There is one.');
  return deviceRecogniser(engine);
}

const nobody = { onInterim: () => undefined, onSentence: () => undefined, onFailure: () => undefined };
const start = (recogniser: SpeechRecogniser, track: MediaStreamTrack | null = null) => recogniser.start('vi', 'together', () => track, nobody);

test('a browser without the API has no recogniser', () => {
  expect(webSpeechEngine({})).toBeNull();
});

test('it listens in the language of the conversation and tells words while they come', () => {
  const host = new FakeSpeechHost();
  const recogniser = recogniserOn(host);
  start(recogniser);
  expect(host.latest).toMatchObject({ lang: 'vi-VN', interimResults: true, continuous: true });
  recogniser.start('en', 'together', () => null, nobody);
  expect(host.latest.lang).toBe('en-US');
});

test('a service that is not there is not asked again in this session', () => {
  const host = new FakeSpeechHost();
  const recogniser = recogniserOn(host);
  start(recogniser);
  host.latest.fails('service-not-allowed');
  expect(start(recogniser)).toBeNull();
  expect(host.runs).toHaveLength(1);
});

test('one failure of the network is forgiven, two in a row are not', () => {
  const host = new FakeSpeechHost();
  const recogniser = recogniserOn(host);
  start(recogniser);
  host.latest.fails('network');
  start(recogniser);
  host.latest.says('nghe rồi', false);
  host.latest.fails('network');
  expect(start(recogniser)).not.toBeNull();
  host.latest.fails('network');
  expect(start(recogniser)).toBeNull();
});

test('an API that throws when it is used is no recogniser', () => {
  const host = new FakeSpeechHost();
  host.refusesToStart = true;
  const recogniser = recogniserOn(host);
  expect(start(recogniser)).toBeNull();
});

test("it hears the call's own microphone, without the loudspeaker, where the browser can", () => {
  const live = { readyState: 'live' } as MediaStreamTrack;
  const host = new FakeSpeechHost();
  const listening = start(recogniserOn(host, true), live);
  expect(host.latest.startedWith).toBe(live);
  expect(listening?.hearsOnlyThePerson()).toBe(true);
  expect(start(recogniserOn(host, false), live)?.hearsOnlyThePerson()).toBe(false);
  expect(host.latest.startedWith).toBeUndefined();
  expect(start(recogniserOn(host, true), { readyState: 'ended' } as MediaStreamTrack)?.hearsOnlyThePerson()).toBe(false);
});
