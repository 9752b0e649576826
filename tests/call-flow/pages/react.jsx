import { StrictMode, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  DailyAudio, DailyProvider, useActiveSpeakerId, useAppMessage, useAudioLevelObserver, useAudioTrack, useCallObject, useDaily, useDevices,
  useLocalSessionId, useMeetingState, useNetwork, useParticipantCounts, useParticipantIds, useParticipantProperty, useRecording, useRoom,
} from '@daily-co/daily-react';

const { room, bundle } = Object.fromEntries(new URLSearchParams(location.search));
// What the hooks said last, for the test to read.
const seen = (window.seen = { messages: [], levels: {}, others: {} });

function Other({ id }) {
  const { state } = useAudioTrack(id);
  const name = useParticipantProperty(id, 'user_name');
  useAudioLevelObserver(id, useCallback((level) => (seen.levels[name] = Math.max(seen.levels[name] ?? 0, level)), [name]));
  seen.others[name] = state;
  return <li>{`${name}: ${state}`}</li>;
}

function Inside() {
  const network = useNetwork();
  const devices = useDevices();
  const me = useLocalSessionId();
  const others = useParticipantIds({ filter: 'remote' });
  window.sendMessage = useAppMessage({ onAppMessage: useCallback(({ data }) => seen.messages.push(data), []) });
  window.call = useDaily();
  Object.assign(seen, {
    me,
    state: useMeetingState(),
    topology: network.topology,
    networkState: network.networkState,
    microphoneState: devices.micState,
    microphones: devices.microphones.length,
    selected: devices.currentMic?.device.label,
    mine: useAudioTrack(me).state,
    counts: useParticipantCounts(),
    speaker: useActiveSpeakerId(),
    room: useRoom()?.name,
    isRecording: useRecording().isRecording,
  });
  return (
    <>
      <ul>{others.map((id) => <Other key={id} id={id} />)}</ul>
      <DailyAudio />
    </>
  );
}

function Root() {
  const call = useCallObject({ options: { videoSource: false, dailyConfig: { avoidEval: true, bundlePathOverride: bundle } } });
  const [problem, setProblem] = useState('');
  useEffect(() => {
    call?.join({ url: room, userName: 'An' }).catch((error) => setProblem(error.errorMsg));
  }, [call]);
  return call ? <DailyProvider callObject={call}>{problem || <Inside />}</DailyProvider> : null;
}

createRoot(document.getElementById('root')).render(<StrictMode><Root /></StrictMode>);
