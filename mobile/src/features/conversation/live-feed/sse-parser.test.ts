import fc from 'fast-check';
import { createSseParser } from './sse-parser';

test('an event has its id, its name and its data', () => {
  expect(createSseParser().push('id: 7\nevent: message_saved\ndata: {"version":7}\n\n')).toEqual([{ id: '7', event: 'message_saved', data: '{"version":7}' }]);
});

test('comments that keep the connection alive are no events', () => {
  expect(createSseParser().push(': keep-alive\n\n: keep-alive\n\n')).toEqual([]);
});

test('several data lines are one text with line breaks', () => {
  expect(createSseParser().push('data: a\ndata:b\ndata\n\n')[0]?.data).toBe('a\nb\n');
});

test('an event that is not completed by an empty line is not shown', () => {
  expect(createSseParser().push('data: half')).toEqual([]);
});

test('the last id stays for events without one', () => {
  expect(createSseParser().push('id: 3\ndata: a\n\ndata: b\n\n').map(({ id }) => id)).toEqual(['3', '3']);
});

test('a line that never ends is refused instead of filling the memory', () => {
  expect(() => createSseParser().push('x'.repeat(1_000_001))).toThrow(RangeError);
});

test('the same stream cut into any pieces, with any line breaks, gives the same events', () => {
  const someEvents = fc.array(fc.record({ id: fc.nat().map(String), event: fc.constantFrom('ended', 'message_saved'), data: fc.constantFrom('{"Text":"Số chủ đạo"}', 'a\nb', ' x') }), { maxLength: 6 });
  fc.assert(
    fc.property(someEvents, fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (events, lineBreak, cuts) => {
      const text = events
        .flatMap(({ id, event, data }) => [`id: ${id}`, ': keep-alive', `event: ${event}`, ...data.split('\n').map((line) => `data: ${line}`), ''])
        .map((line) => line + lineBreak)
        .join('');
      const parser = createSseParser();
      const read = [];
      for (let at = 0, cut = 0; at < text.length; cut++) {
        const length = cuts[cut % cuts.length] ?? 1;
        read.push(...parser.push(text.slice(at, at + length)));
        at += length;
      }
      // A final carriage return may still become half of a line break, so one more line settles it.
      read.push(...parser.push(': end\n'));
      expect(read).toEqual(events);
    }),
  );
});
