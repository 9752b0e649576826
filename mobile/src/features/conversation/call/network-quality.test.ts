import { measuresOf, qualityOf } from './network-quality';

const nothing = { bandwidthKbps: null, lossPercent: null, roundTripMs: null };

test('before anything was measured nothing is claimed', () => {
  expect(measuresOf({})).toEqual(nothing);
  expect(qualityOf('unknown', nothing)).toBe('unknown');
});

test('both ways of the sound count', () => {
  const stats = { latest: { sendBitsPerSecond: 30_000, recvBitsPerSecond: 34_500, audioSendPacketLoss: 0.02, audioRecvPacketLoss: 0.061, networkRoundTripTime: 0.12 } };
  expect(measuresOf(stats as never)).toEqual({ bandwidthKbps: 65, lossPercent: 6.1, roundTripMs: 120 });
});

test.each([
  ['good', 0, 50, 'good'],
  ['good', 6, 50, 'warning'],
  ['good', 0, 500, 'warning'],
  ['good', 20, 50, 'bad'],
  ['bad', 0, 50, 'bad'],
  ['warning', 0, 50, 'warning'],
  ['unknown', 0, 50, 'good'],
] as const)('Daily says %s, %d %% are lost and the way takes %d ms: %s', (daily, lossPercent, roundTripMs, quality) => {
  expect(qualityOf(daily, { bandwidthKbps: 60, lossPercent, roundTripMs })).toBe(quality);
});
