// Sound under this is the room's.
const loud = 0.02;
// After so much quiet, sound is new sound.
const quietSeconds = 0.25;

/**
 * On the audio thread: says what it is given and listens, by one clock, the audio context's. Tells when a sound it says begins
 * and when its last sample goes out, when the first sample of something heard comes in, and after a while of quiet when its last did.
 * While `answers`, it says its tone as soon as it hears something.
 */
class MouthAndEar extends AudioWorkletProcessor {
  constructor() {
    super();
    this.lastLoud = -Infinity;
    this.isHearing = false;
    this.port.onmessage = ({ data }) => {
      if (data.say) [this.saying, this.said] = [data.say, 0];
      if ('answers' in data) this.answer = data.answers;
    };
  }

  process([[heard]], [[mouth]]) {
    if (this.saying) this.speak(mouth);
    if (heard) this.listen(heard);
    return true;
  }

  speak(mouth) {
    if (this.said === 0) this.tell('began', 0);
    const part = this.saying.subarray(this.said, this.said + mouth.length);
    mouth.set(part);
    this.said += part.length;
    if (this.said < this.saying.length) return;
    this.saying = undefined;
    this.tell('said', part.length);
  }

  listen(heard) {
    for (let i = 0; i < heard.length; i++) {
      if (Math.abs(heard[i]) < loud) continue;
      const now = currentTime + i / sampleRate;
      if (!this.isHearing && now - this.lastLoud > quietSeconds) {
        this.isHearing = true;
        this.tell('heard', i);
        if (this.answer) [this.saying, this.said] = [this.answer, 0];
      }
      this.lastLoud = now;
    }
    if (!this.isHearing || currentTime - this.lastLoud < quietSeconds) return;
    this.isHearing = false;
    this.port.postMessage({ what: 'silent', time: this.lastLoud });
  }

  tell(what, sample) {
    this.port.postMessage({ what, time: currentTime + sample / sampleRate });
  }
}

registerProcessor('mouth-and-ear', MouthAndEar);
