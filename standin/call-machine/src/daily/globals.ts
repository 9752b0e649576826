/** What daily-js reads of a call machine. */
export interface CallMachine {
  readonly store: { getState(): unknown };
  /** Called instead of loading the bundle again, when a call object joins anew after a leave. */
  reset(): void;
}

/** One call object, as daily-js keeps it on the page. */
export interface DailyInstance {
  callMachine?: CallMachine;
  /** Tracks cannot be posted, so daily-js leaves those it was given here. */
  tracks?: { audioTrack?: MediaStreamTrack };
}

/** Listens and speaks in React Native in the place of `window.postMessage`. */
export interface Emitter {
  addListener(event: 'message', listener: (message: unknown) => void): void;
  removeListener(event: 'message', listener: (message: unknown) => void): void;
  emit(event: 'message', message: unknown): void;
}

interface DailyGlobals {
  _daily?: { pendings: string[]; instances: Record<string, DailyInstance | undefined> };
  dailyJsToCallMachineEmitter?: Emitter;
  callMachineToDailyJsEmitter?: Emitter;
}

const globals = globalThis as DailyGlobals;

export const dailyGlobal = () => globals._daily;

/** The two emitters of React Native; undefined in a browser. */
export function nativeEmitters() {
  const { dailyJsToCallMachineEmitter: fromDaily, callMachineToDailyJsEmitter: toDaily } = globals;
  return isReactNative() && fromDaily && toDaily ? { fromDaily, toDaily } : undefined;
}

// `navigator.product` is how daily-js itself tells React Native from a browser.
function isReactNative() {
  return typeof navigator !== 'undefined' && navigator.product === 'ReactNative';
}
