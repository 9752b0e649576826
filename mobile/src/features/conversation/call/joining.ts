import type { DailyCall } from '@daily-co/daily-js';
import { verdictOn, type CallVerdict } from './call-failure';

/** Longer than any join on a bad network takes; then something hangs, and trying anew is better. */
const LONGEST_JOIN_MS = 30_000;

/** Joins once. @returns 'joined', or what to do about it. */
export async function joinOnce(call: DailyCall, access: { url: string; token: string }, signal: AbortSignal): Promise<CallVerdict | 'joined'> {
  await leaveQuietly(call);
  if (signal.aborted) return { name: 'try-again' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<CallVerdict>((resolve) => {
    timer = setTimeout(() => resolve({ name: 'try-again' }), LONGEST_JOIN_MS);
  });
  const joining = call.join({ ...access, startAudioOff: true, startVideoOff: true }).then(
    () => 'joined' as const,
    (error: unknown) => verdictOn(error),
  );
  try {
    return await Promise.race([joining, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves with Daily's last word when the person is no longer in the call, or when the signal is aborted. */
export function untilLost(call: DailyCall, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    const finish = (lastWord: unknown) => {
      call.off('error', finish);
      call.off('left-meeting', finish);
      signal.removeEventListener('abort', finish);
      resolve(lastWord);
    };
    call.on('error', finish);
    call.on('left-meeting', finish);
    signal.addEventListener('abort', finish);
    if (signal.aborted || call.meetingState() !== 'joined-meeting') finish(undefined);
  });
}

/** A leave that Daily does not confirm by then is as good as done; what comes next must not wait for it. */
const LONGEST_LEAVE_MS = 3_000;

const leaving = new WeakMap<DailyCall, Promise<void>>();

/** Leaves if there is anything to leave. Asked for again meanwhile, it is the same leave: Daily confirms only one. */
export function leaveQuietly(call: DailyCall): Promise<void> {
  const underWay = leaving.get(call);
  if (underWay !== undefined) return underWay;
  const left = leave(call).finally(() => leaving.delete(call));
  leaving.set(call, left);
  return left;
}

async function leave(call: DailyCall): Promise<void> {
  if (call.isDestroyed() || !['joining-meeting', 'joined-meeting'].includes(call.meetingState())) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_LEAVE_MS);
  });
  try {
    await Promise.race([call.leave(), tooLong]);
  } catch {
    // It was lost already, which is what was wanted.
  } finally {
    clearTimeout(timer);
  }
}
