import { DailyAudio } from '@daily-co/daily-react';
import { useCallback, useRef } from 'react';

/**
 * Plays the call's sound. A browser may refuse to play before the person touched the page: then the next touch or key
 * starts it.
 */
export function RemoteAudio() {
  const isWaiting = useRef(false);
  const playAtNextTouch = useCallback(() => {
    if (isWaiting.current) return;
    isWaiting.current = true;
    const play = () => {
      isWaiting.current = false;
      document.removeEventListener('pointerdown', play);
      document.removeEventListener('keydown', play);
      // Whatever still may not play reports it again through onPlayFailed.
      document.querySelectorAll('audio').forEach((audio) => void audio.play().catch(() => undefined));
    };
    document.addEventListener('pointerdown', play);
    document.addEventListener('keydown', play);
  }, []);
  return <DailyAudio autoSubscribeActiveSpeaker={false} maxSpeakers={1} onPlayFailed={playAtNextTouch} />;
}
