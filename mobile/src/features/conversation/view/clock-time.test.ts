import { clockTime } from './clock-time';

test.each([[0, '00:00'], [9, '00:09'], [252, '04:12'], [3_599, '59:59'], [3_852, '1:04:12']])('%d seconds read %s', (seconds, shown) => {
  expect(clockTime(seconds)).toBe(shown);
});
