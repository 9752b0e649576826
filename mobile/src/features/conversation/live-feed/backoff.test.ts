import fc from 'fast-check';
import { pauseBefore } from './backoff';

test('pauses grow from half a second to at most fifteen, whatever chance says', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
    const pause = pauseBefore(attempt, chance);
    expect(pause).toBeGreaterThanOrEqual(250);
    expect(pause).toBeLessThanOrEqual(15_000);
    expect(pauseBefore(attempt + 1, chance)).toBeGreaterThanOrEqual(pause);
  }));
});
