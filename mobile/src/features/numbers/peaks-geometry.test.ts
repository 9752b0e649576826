import { type PeakView } from '@numeroly/generated-client';
import { ageOn, plotPeaks } from './peaks-geometry';

describe('ageOn', () => {
  it('counts completed years', () => {
    expect(ageOn('1998-08-14', '2026-08-13')).toBe(27);
    expect(ageOn('1998-08-14', '2026-08-14')).toBe(28);
    expect(ageOn('2000-02-29', '2026-02-28')).toBe(25);
  });
});

describe('plotPeaks', () => {
  const peak = (index: number, age: number): PeakView => ({ index, value: 3, display: '3', age, until_age: age + 8, year: 1998 + age, title: '', meaning: '', working: [], system: 'phillips' });
  const peaks = [peak(1, 32), peak(2, 41), peak(3, 50), peak(4, 59)];
  const todayAt = (age: number) => plotPeaks(peaks, age, 400, 150).today;

  it('puts today on a peak at its age, and between two by the years', () => {
    expect(todayAt(32)).toBeCloseTo(50);
    expect(todayAt(16)).toBeCloseTo(25);
    expect(todayAt(50)).toBeCloseTo(250);
    expect(todayAt(36.5)).toBeCloseTo(100);
  });

  it('keeps today in the picture at any age', () => {
    [0, 1, 60, 90, 120].forEach((age) => {
      expect(todayAt(age)).toBeGreaterThanOrEqual(0);
      expect(todayAt(age)).toBeLessThanOrEqual(400);
    });
  });
});
