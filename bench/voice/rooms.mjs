import { openPage } from '@numeroly/test-browser';

let rooms = 0;

/** A person in a room of their own with somebody who answers. */
export class Meeting {
  /** @param {'page' | 'echo' | 'transport' | 'assistant'} who answers */
  static async open({ who, standIn, pages, browser, answerers }) {
    const meeting = new Meeting();
    const room = await standIn.room(`voice-${process.pid}-${++rooms}`);
    Object.assign(meeting, { who, standIn, browser, answerers, room, call: room.name, bundlePath: `${standIn.url}/standin/call`, pages });
    meeting.person = await meeting.enters('an');
    if (who === 'page' || who === 'echo') {
      meeting.other = await meeting.enters('other');
      await meeting.other.evaluate((how) => person.answer(how), { onMessage: who === 'page', seconds: 0.4 });
    } else {
      // Its greeting is over when it has measured it; the person may come too late to hear it.
      const greeted = who === 'assistant' && answerers.next(meeting.call, 'turn');
      const token = await standIn.token({ room_name: room.name, user_id: 'assistant', is_owner: true });
      await answerers.order(meeting.call, { room: room.url, token, withAssistant: who === 'assistant', seconds: 0.4 });
      await greeted;
    }
    await meeting.person.evaluate(() => person.met);
    await pause(1000);
    return meeting;
  }

  async enters(userId) {
    const { page } = await openPage(this.browser, { url: this.pages.url });
    const token = await this.standIn.token({ room_name: this.room.name, user_id: userId });
    await page.evaluate((given) => person.enter(given), { url: this.room.url, token, userName: userId, bundlePath: this.bundlePath, clip: 'clip.wav' });
    return page;
  }

  async close() {
    if (!this.other) await this.answerers.order(this.call);
    for (const page of [this.person, this.other]) await page?.context().close();
  }
}

export const pause = (ms) => new Promise((over) => setTimeout(over, ms));
