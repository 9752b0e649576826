import { useEffect, useRef, useState } from 'react';
import { type SharedValue, useSharedValue } from 'react-native-reanimated';
import { type Listening, MicrophoneError } from './listening';
import { listen } from './microphone';

export type MicrophoneTest = 'off' | 'starting' | 'silent' | 'heard' | 'denied' | 'missing';

const audible = 0.25;

/** The microphone's level while the test runs, and what came of it. */
export function useMicrophoneLevel(): { level: SharedValue<number>; test: MicrophoneTest; start: () => void; stop: () => void } {
  const level = useSharedValue(0);
  const [test, setTest] = useState<MicrophoneTest>('off');
  const listening = useRef<Promise<Listening | undefined>>(undefined);

  const stop = () => {
    void listening.current?.then((current) => current?.stop());
    listening.current = undefined;
  };
  useEffect(() => stop, []);

  return {
    level,
    test,
    start: () => {
      setTest('starting');
      listening.current = listen((heard) => {
        level.set(heard);
        setTest((before) => (heard > audible || before === 'heard' ? 'heard' : 'silent'));
      }).catch((error: unknown) => {
        setTest(error instanceof MicrophoneError ? error.trouble : 'missing');
        return undefined;
      });
    },
    stop: () => {
      stop();
      level.set(0);
      setTest('off');
    },
  };
}
