import { endingOf } from './daily/endings.ts';
import { joinCall, type Call } from './daily/call.ts';
import { openLink } from './link.ts';
import type { FromPage, ToPage } from './protocol.ts';
import { createEars } from './sound/ears.ts';
import { createVoice } from './sound/voice.ts';

const signOfLifeMs = 2000;
const leaveMs = 1500;

const send = (message: FromPage) => link.send(message);

const voicing = createVoice({
  onProgress: (progress) => send({ type: 'progress', ...progress }),
  onFlushed: (id, progress) => send({ type: 'flushed', id, ...progress }),
});
const listening = createEars((samples) => link.sendHeard(samples));
let calling: Promise<Call> | undefined;

const link = openLink({
  onMessage: (message) => void receive(message),
  onSpeech: (samples) => void voicing.then((voice) => voice.say(samples)),
  // Nobody speaks through this page any more.
  onClosed: () => void leave().then(() => window.close()),
});
setInterval(() => send({ type: 'alive' }), signOfLifeMs);

async function receive(message: ToPage) {
  switch (message.type) {
    case 'join':
      return join(message);
    case 'flush':
      return (await voicing).flush(message.id);
    case 'app-message':
      return (await calling)?.send(message.data);
    case 'transcribe':
      return (await calling)?.transcribe(message.language, message.model);
    case 'leave':
      await leave();
      return send({ type: 'left' });
  }
}

async function join(message: Extract<ToPage, { type: 'join' }>) {
  try {
    const [voice, ears] = await Promise.all([voicing, listening]).catch((error: unknown) => Promise.reject(new Error(`The browser's sound does not start: ${String(error)}`)));
    calling = joinCall(message, { voice, ears, send, onOver: (ending) => send({ type: 'over', ...ending }) });
    await calling;
  } catch (error) {
    send({ type: 'over', ...endingOf(error) });
  }
}

/** Leaves, if there is anything to leave; a call that does not let go is not waited for. */
async function leave() {
  const left = calling?.then((call) => call.leave()).catch(() => undefined);
  await Promise.race([left, new Promise((late) => setTimeout(late, leaveMs))]);
}
