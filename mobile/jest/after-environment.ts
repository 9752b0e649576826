import { notifyManager } from '@tanstack/react-query';
import { act, configure } from '@testing-library/react-native';
import { setUpTests } from 'react-native-reanimated';

setUpTests();

// A deadline, not a wait: a busy machine may need it.
configure({ asyncUtilTimeout: 10_000 });

// What a query tells its components is an update like any other.
notifyManager.setNotifyFunction((notify) => act(notify));

// React's remark that a test did not wait for an update says nothing about the app; whether it comes depends on how busy
// the machine is.
const isAboutTheTest = ([format]: readonly unknown[]) => typeof format === 'string' && format.includes('not wrapped in act(');

// A warning on the console is a fault somewhere: the test that caused it fails.
beforeEach(() => {
  for (const level of ['error', 'warn'] as const) {
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      if (isAboutTheTest(words)) return;
      throw new Error(`console.${level}: ${words.map(String).join(' ')}`);
    });
  }
});

afterEach(() => jest.restoreAllMocks());

jest.mock('@react-native-async-storage/async-storage', () =>
  jest.requireActual('@react-native-async-storage/async-storage/jest/async-storage-mock'),
);

// Modules that are there on a device only. A test that is about sound brings its own.
jest.mock('expo-audio', () => ({ setAudioModeAsync: jest.fn(), useAudioPlayer: jest.fn(), useAudioPlayerStatus: jest.fn() }));
jest.mock('expo-crypto', () => ({ randomUUID: () => globalThis.crypto.randomUUID() }));
