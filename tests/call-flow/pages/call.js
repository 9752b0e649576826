// What the tests drive in a page: one call object, the events it emits, and the sound that arrives.
const names = [
  'loaded', 'started-camera', 'camera-error', 'joining-meeting', 'joined-meeting', 'left-meeting', 'error', 'nonfatal-error',
  'participant-joined', 'participant-updated', 'participant-left', 'participant-counts-updated', 'track-started', 'track-stopped',
  'app-message', 'network-connection', 'network-quality-change', 'active-speaker-change', 'local-audio-level', 'remote-participants-audio-level',
  'meeting-session-state-updated', 'meeting-session-summary-updated', 'access-state-updated', 'selected-devices-updated',
  'recording-started', 'recording-stopped', 'recording-error',
  'transcription-started', 'transcription-stopped', 'transcription-error', 'transcription-message',
];

window.events = [];

window.create = ({ bundlePath, ...options }) => {
  const { avoidEval = true, ...others } = options;
  window.call = window.Daily.createCallObject({ videoSource: false, dailyConfig: { avoidEval, bundlePathOverride: bundlePath }, ...others });
  for (const name of names) window.call.on(name, (event) => window.events.push({ name, ...plain(event) }));
  window.call.on('track-started', ({ participant, track }) => {
    if (participant?.local) listen('local', track);
    else if (participant) play(participant.session_id, track);
  });
};

// Tracks do not cross into the test, and neither do sets.
function plain(event) {
  return JSON.parse(JSON.stringify(event, (_, value) => (value instanceof MediaStreamTrack ? { kind: value.kind, label: value.label } : value instanceof Set ? [...value] : value)));
}

const heard = {};

function play(sessionId, track) {
  const audio = new Audio();
  audio.srcObject = new MediaStream([track]);
  void audio.play();
  listen(sessionId, track, audio);
}

// The element is kept: without it a browser may stop playing, and then nothing arrives to listen to.
function listen(sessionId, track, audio) {
  if (!window.AudioContext || track.kind !== 'audio') return;
  const context = (window.listening ??= new AudioContext());
  const analyser = context.createAnalyser();
  analyser.fftSize = 8192;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  heard[sessionId] = { analyser, audio };
}

/** The largest sample that arrived from somebody, or from one's own microphone as `local`, in the last sixth of a second, 0 to 1. */
window.loudness = (sessionId) => {
  const { analyser } = heard[sessionId] ?? {};
  if (!analyser) return 0;
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
};
