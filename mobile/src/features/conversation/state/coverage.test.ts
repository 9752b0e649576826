import fc from 'fast-check';
import { completeUpTo, cover, reaches, type Coverage, type Range } from './coverage';

const someRanges = fc.array(
  fc.record({ from: fc.integer({ min: 1, max: 40 }), length: fc.integer({ min: 0, max: 8 }) }).map(({ from, length }): Range => ({ from, to: from + length - 1 })),
  { maxLength: 20 },
);

function learn(ranges: readonly Range[]): Coverage {
  return ranges.reduce(cover, [] as Coverage);
}

test('ranges learned in any order and more than once give the same coverage', () => {
  fc.assert(
    fc.property(someRanges.chain((ranges) => fc.tuple(fc.constant(ranges), fc.shuffledSubarray([...ranges, ...ranges], { minLength: ranges.length * 2 }))), ([ranges, again]) => {
      expect(learn(again)).toEqual(learn(ranges));
    }),
  );
});

test('a coverage holds exactly the versions of its ranges, in separate ascending ranges', () => {
  fc.assert(
    fc.property(someRanges, (ranges) => {
      const known = learn(ranges);
      for (let version = 1; version <= 50; version++) {
        const isIn = (some: readonly Range[]) => some.some(({ from, to }) => from <= version && version <= to);
        expect(isIn(known)).toBe(isIn(ranges));
      }
      known.slice(1).forEach((range, index) => expect(range.from).toBeGreaterThan((known[index]?.to ?? 0) + 1));
    }),
  );
});

test('a hole keeps it complete only up to the version before', () => {
  const known = learn([{ from: 1, to: 4 }, { from: 6, to: 9 }]);
  expect(completeUpTo(known)).toBe(4);
  expect(reaches(known)).toBe(9);
  expect(completeUpTo(cover(known, { from: 5, to: 5 }))).toBe(9);
});

test('without the first version it is complete up to nothing', () => {
  expect(completeUpTo(learn([{ from: 2, to: 9 }]))).toBe(0);
  expect(reaches([])).toBe(0);
});
