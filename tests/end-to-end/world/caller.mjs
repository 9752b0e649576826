import { openPage } from '@numeroly/test-browser';
import { Participant } from '../../call-flow/world/participant.mjs';
import { until } from '../../call-flow/world/until.mjs';
import { Account } from './account.mjs';

/** Of the largest sample, 0 to 1. */
const speaking = 0.02;
/** Longer than one inside a sentence. Milliseconds. */
const pauseAfterSpeaking = 1000;

/** A person in a call with no app around it: daily-js, a microphone, and the story's app messages. */
export class Caller extends Participant {
  /** Starts a conversation and enters its call, microphone closed. */
  static async calls(world, name, conversation) {
    const account = Account.named(world.stack.api, name);
    const access = await account.call('POST', '/conversations', conversation);
    const caller = new Caller(await openPage(world.browser, { url: world.pages.url }));
    Object.assign(caller, { name, account, id: access.conversation_id });
    await caller.run((given) => create(given), { bundlePath: world.bundlePath, startAudioOff: true });
    await caller.join({ url: access.room_url, token: access.token });
    return caller;
  }

  /** The session of the assistant, once it is there. */
  assistant() {
    return until('the assistant to be in the call', () => this.run(() => Object.keys(call.participants()).find((id) => id !== 'local')));
  }

  /** Waits until the assistant has said so many things to their end. */
  hasHeardOut(count) {
    return until(`${count} turns`, async () => (await this.account.eventTypes(this.id)).filter((type) => type === 'turn_measured').length >= count);
  }

  /** Lets the microphone say once what it says again and again, from before its first word until after its last. */
  async asks() {
    await this.run(() => void call.setLocalAudio(true));
    await this.#isSilent();
    await this.#tells('user_input_started');
    await until('the microphone to speak', async () => (await this.#loudness()) > speaking);
    await this.#isSilent();
    await this.#tells('user_input_ended');
    await this.run(() => void call.setLocalAudio(false));
  }

  #isSilent() {
    let since = null;
    return until('the microphone to be silent', async () => {
      const now = await this.#loudness();
      since = now === null || now > speaking ? null : (since ?? performance.now());
      return since !== null && performance.now() - since > pauseAfterSpeaking;
    });
  }

  #loudness() {
    return this.run(() => (call.participants().local.tracks.audio.state === 'playable' ? window.loudness('local') : null));
  }

  #tells(type) {
    return this.run((message) => void call.sendAppMessage(message, '*'), { type, data: { conversationId: this.id } });
  }
}
