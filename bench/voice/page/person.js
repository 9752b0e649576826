const waitMs = 15_000;
// Without a pause in it.
const shortSound = 48_000 * 0.15;
const conversation = () => ({ turns: person.turns, recognisedBy: 'assistant' });

/** A person in a call, or somebody else without any assistant. Times are seconds of the page's audio clock. */
window.person = {
  turns: 'hold',

  async enter({ url, token, bundlePath, userName, clip }) {
    this.context = new AudioContext({ latencyHint: 'interactive', sampleRate: 48_000 });
    await Promise.all([this.context.audioWorklet.addModule('mouth-and-ear.js'), this.context.resume()]);
    this.body = new AudioWorkletNode(this.context, 'mouth-and-ear', { outputChannelCount: [1], channelCount: 1, channelCountMode: 'explicit' });
    const mouth = new MediaStreamAudioDestinationNode(this.context, { channelCount: 1 });
    this.body.connect(mouth);
    this.waiting = [];
    this.body.port.onmessage = ({ data }) => {
      for (const one of this.waiting.filter(({ what }) => what === data.what)) {
        this.waiting.splice(this.waiting.indexOf(one), 1);
        one.done(data.time);
      }
    };
    const samples = await this.context.decodeAudioData(await (await fetch(clip)).arrayBuffer());
    this.clip = trimmed(samples.getChannelData(0));
    this.call = Daily.createCallObject({ audioSource: mouth.stream.getAudioTracks()[0], videoSource: false, dailyConfig: { avoidEval: true, bundlePathOverride: bundlePath } });
    const other = new Promise((heard) => this.call.on('track-started', ({ participant, track }) => !participant.local && heard(track)));
    await this.call.join({ url, token, userName });
    void other.then((track) => this.listenTo(track));
    this.met = other.then(() => undefined);
  },

  listenTo(track) {
    const stream = new MediaStream([track]);
    // Chromium decodes a remote track only while some element plays it.
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    void element.play();
    this.context.createMediaStreamSource(stream).connect(this.body);
    this.element = element;
  },

  next(what) {
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`Waited in vain for ${what}.`)), waitMs);
      this.waiting.push({ what, done: (time) => (clearTimeout(late), done(time)) });
    });
  },

  /** What the computer's clock says at a time of the audio clock, in milliseconds since 1970. */
  wall(time) {
    return performance.timeOrigin + performance.now() - (this.context.currentTime - time) * 1000;
  },

  say(samples = this.clip) {
    this.body.port.postMessage({ say: samples });
  },

  send(type) {
    this.call.sendAppMessage({ type, data: conversation() }, '*');
  },

  /** A turn with the button held: until the first sound that comes back. */
  async holdTurn() {
    this.send('user_input_started');
    const said = this.next('said');
    this.say();
    const end = await said;
    const heard = this.next('heard');
    this.send('user_input_ended');
    return this.turn(end, await heard);
  },

  /** A turn into a microphone that is open all along. */
  async openTurn() {
    const said = this.next('said');
    this.say();
    const end = await said;
    return this.turn(end, await this.next('heard'));
  },

  /** A sound to somebody who answers as soon as they hear it: from its first sample to the first that comes back. */
  async wayThereAndBack() {
    const began = this.next('began');
    const heard = this.next('heard');
    this.say(this.clip.slice(0, shortSound));
    return this.turn(await began, await heard);
  },

  turn(end, heard) {
    return { ms: (heard - end) * 1000, endedAt: this.wall(end), heardAt: this.wall(heard) };
  },

  /** Cuts an answer short by the button, and by nothing but speaking: until it is silent here. */
  async cutByButton() {
    const from = this.context.currentTime;
    const silent = this.next('silent');
    this.send('user_input_started');
    const end = await silent;
    this.send('user_input_ended');
    return { ms: (end - from) * 1000, from: this.wall(from) };
  },

  async cutByVoice() {
    const began = this.next('began');
    const silent = this.next('silent');
    this.say();
    const from = await began;
    return { ms: ((await silent) - from) * 1000, from: this.wall(from) };
  },

  /** Somebody who is no assistant: says a tone when the other has finished, or as soon as the other is heard. */
  answer({ onMessage, seconds }) {
    const tone = Float32Array.from({ length: seconds * 48_000 }, (_, i) => 0.3 * Math.cos((2 * Math.PI * 440 * i) / 48_000));
    if (onMessage) this.call.on('app-message', ({ data }) => data.type === 'user_input_ended' && this.body.port.postMessage({ say: tone }));
    else this.body.port.postMessage({ answers: tone });
  },
};

/** From the first sample that is heard to the last. */
function trimmed(samples) {
  const isLoud = (sample) => Math.abs(sample) > 0.05;
  return samples.slice(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1);
}
