import { FakeSpeechHost } from '../testing/fake-speech-recognition';
import { listen } from './listening';
import type { Recognised } from './recognition-engine';
import type { RecognitionFailure } from './recognition-failure';
import { LAST_WORDS_MS } from './speech-recogniser';
import { webSpeechEngine } from './web-speech-engine';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function listenTo(sentences: 'together' | 'apart') {
  const host = new FakeSpeechHost();
  const engine = webSpeechEngine(host.asHost());
  if (engine === null) throw new Error('There is one.');
  const interims: string[] = [];
  const apart: Recognised[] = [];
  const failures: RecognitionFailure[] = [];
  const understood: (Recognised | null)[] = [];
  const listening = listen(engine, 'vi-VN', sentences, () => null, {
    onInterim: (text) => void interims.push(text),
    onSentence: (sentence) => void apart.push(sentence),
    onFailure: (failure) => void failures.push(failure),
  });
  return { host, listening, interims, apart, failures, understood, stop: () => listening.stop((words) => void understood.push(words)) };
}

test('words show as they come, and are together in the end with how sure it is of them', () => {
  const { host, interims, understood, stop } = listenTo('together');
  host.latest.says('số chủ', false);
  host.latest.says('Số chủ đạo', true, 0.8);
  host.latest.says('là gì', false);
  stop();
  host.latest.says('là gì?', true, 0.8);
  expect(understood).toEqual([]);
  host.latest.ends();
  expect(interims).toEqual(['số chủ', 'Số chủ đạo', 'Số chủ đạo là gì', 'Số chủ đạo là gì?']);
  expect(understood).toEqual([{ text: 'Số chủ đạo là gì?', confidence: expect.closeTo(0.8) }]);
});

test('last words that never come are not waited for longer than bearable; what was shown is what was said', () => {
  const { host, understood, stop } = listenTo('together');
  host.latest.says('năm nay thế nào', false);
  stop();
  jest.advanceTimersByTime(LAST_WORDS_MS - 1);
  expect(understood).toEqual([]);
  jest.advanceTimersByTime(1);
  host.latest.says('năm nay thế nào ạ', true);
  host.latest.ends();
  expect(understood).toEqual([{ text: 'năm nay thế nào', confidence: null }]);
  expect(host.latest.done).toEqual(['start', 'stop', 'abort']);
});

test('when nothing is understood, it says so', () => {
  const { host, understood, stop } = listenTo('together');
  stop();
  host.latest.fails('no-speech');
  expect(understood).toEqual([null]);
});

test('a recogniser that ends by itself is begun again, and nothing of what was said is lost', () => {
  const { host, understood, stop, failures } = listenTo('together');
  host.latest.says('Một câu dài', false);
  jest.advanceTimersByTime(60_000);
  host.latest.ends();
  host.latest.says('và câu nữa', true);
  jest.advanceTimersByTime(8_000);
  host.latest.fails('no-speech');
  stop();
  host.latest.ends();
  expect(host.runs).toHaveLength(3);
  expect(failures).toEqual([]);
  expect(understood).toEqual([{ text: 'Một câu dài và câu nữa', confidence: 0.9 }]);
});

test('a recogniser that ends as soon as it begins is given up and not begun for ever', () => {
  const { host, failures } = listenTo('together');
  for (let run = 0; run < 5; run++) host.latest.ends();
  expect(host.runs).toHaveLength(3);
  expect(failures).toEqual(['unavailable']);
});

test.each([
  ['network', 'network'], ['audio-capture', 'microphone'], ['not-allowed', 'not-allowed'], ['service-not-allowed', 'unavailable'],
  ['language-not-supported', 'language'], ['aborted', 'aborted'], ['something-new', 'network'],
])('failing with %s is told as %s, and half of what was said is not passed off as the whole', (error, failure) => {
  const { host, failures, understood, stop } = listenTo('together');
  host.latest.says('Nửa câu', true);
  host.latest.fails(error);
  stop();
  expect(failures).toEqual([failure]);
  expect(understood).toEqual([null]);
  expect(host.runs).toHaveLength(1);
});

test('a turn that comes right after has the one before it settled at once', () => {
  const { host, listening, understood, stop } = listenTo('together');
  host.latest.says('Khoan đã', false);
  stop();
  listening.hurry();
  expect(understood).toEqual([{ text: 'Khoan đã', confidence: null }]);
  listening.hurry();
  jest.advanceTimersByTime(LAST_WORDS_MS);
  expect(understood).toHaveLength(1);
});

test('what is forgotten is never told', () => {
  const { host, listening, understood, interims, stop } = listenTo('together');
  stop();
  listening.abort();
  host.latest.says('gì đó', true);
  host.latest.fails('network');
  jest.advanceTimersByTime(LAST_WORDS_MS);
  expect(understood).toEqual([]);
  expect(interims).toEqual([]);
});

test('an open microphone gives each sentence by itself, and the unfinished one in the end', () => {
  const { host, apart, understood, interims, stop } = listenTo('apart');
  host.latest.says('Chào bạn.', true);
  host.latest.says('Số 4', false);
  host.latest.says('Số 4 là gì?', true);
  host.latest.says('Còn', false);
  stop();
  host.latest.says('Còn số 5?', true);
  host.latest.ends();
  expect(apart.map(({ text }) => text)).toEqual(['Chào bạn.', 'Số 4 là gì?']);
  expect(interims).toEqual(['', 'Số 4', '', 'Còn', 'Còn số 5?']);
  expect(understood).toEqual([{ text: 'Còn số 5?', confidence: expect.closeTo(0.9) }]);
});
