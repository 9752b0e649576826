import { openPage } from '@numeroly/test-browser';
import { Participant } from '../../call-flow/world/participant.mjs';

/** The second one in a call: a page with daily-js and a microphone of its own, silent until it speaks, which says what the assistant would. */
export class Guide extends Participant {
  /** Enters the newest conversation of a person. */
  static async enters(world, person) {
    const conversation = await person.newest();
    const guide = new Guide(await openPage(world.browser, { url: world.pages.url }));
    const room = new URL(conversation.room_url).pathname.slice(1);
    const { token } = await world.assistant.call('POST', `/conversations/${conversation.conversation_id}/token`);
    Object.assign(guide, { name: 'the guide', conversation, assistant: world.assistant, person, room });
    await guide.run((given) => create(given), { bundlePath: world.bundlePath, startAudioOff: true });
    guide.id = await guide.join({ url: conversation.room_url, token });
    return guide;
  }

  speaks() {
    return this.run(() => void call.setLocalAudio(true));
  }

  /** The app's words to the guide so far. */
  async told() {
    return (await this.events('app-message')).map(({ data }) => data);
  }

  /** @param seq the version that it tells of, if any */
  tells(type, data, seq) {
    return this.run((message) => void call.sendAppMessage(message, '*'), { type, data, seq });
  }

  /** What the person said, as it is recognised: first a part, then all of it, which is also kept. */
  async hasUnderstood(text, confidence = 0.9) {
    await this.tells('transcription_update', { text: text.split(' ').slice(0, 2).join(' '), confidence, isFinal: false });
    const { version } = await this.#keeps(this.person, { speaker: 'user', text, confidence });
    await this.tells('transcription_update', { text, confidence, isFinal: true }, version);
  }

  async answers(text, emotionalTone = 'warm') {
    await this.tells('processing_status', { status: 'thinking' });
    const { version } = await this.#keeps(this.assistant, { speaker: 'assistant', text, emotional_tone: emotionalTone });
    await this.tells('assistant_response', { text, emotionalTone }, version);
    await this.tells('processing_status', { status: 'complete' }, version);
    return version;
  }

  #keeps(account, message) {
    return account.say(this.conversation.conversation_id, message);
  }
}
