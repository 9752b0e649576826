import { useEffect, useState } from 'react';
import { useConfiguration } from '@/lib/config';
import { loadRecogniser } from './loading-recogniser';
import type { SpeechRecogniser } from './speech-recogniser';

/**
 * The device's recogniser, where the deployment wants it tried first and it is there; null otherwise, and until it is.
 *
 * @param isWanted off for a conversation in writing: then nothing is loaded.
 */
export function useRecogniser(isWanted: boolean): SpeechRecogniser | null {
  const isFirst = useConfiguration().speechRecognition === 'device';
  const [recogniser, setRecogniser] = useState<SpeechRecogniser | null>(null);
  useEffect(() => {
    if (!isFirst || !isWanted) return undefined;
    let isCurrent = true;
    void loadRecogniser().then((loaded) => {
      if (isCurrent) setRecogniser(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [isFirst, isWanted]);
  return recogniser;
}
