import AsyncStorage from '@react-native-async-storage/async-storage';
import { useSyncExternalStore } from 'react';

/** One value that outlives the app, read once at the start and from memory afterwards. */
export interface KeptStore<T> {
  readonly load: () => Promise<void>;
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** @param read makes a value from what was kept, by whichever version of the app, or undefined when it is of no use */
export function keptStore<T>(key: string, initial: T, read: (kept: unknown) => T | undefined): KeptStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const replace = (next: T) => {
    value = next;
    listeners.forEach((listener) => listener());
  };
  return {
    load: async () => {
      const text = await AsyncStorage.getItem(key);
      const kept = text === null ? undefined : read(parsed(text));
      if (kept !== undefined) replace(kept);
    },
    get: () => value,
    set: (next) => {
      replace(next);
      void AsyncStorage.setItem(key, JSON.stringify(next));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value, and the component again when it changes. */
export function useKept<T>(store: KeptStore<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours, or cut off: the same as nothing kept.
    return undefined;
  }
}
