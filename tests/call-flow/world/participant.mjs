import { until } from './until.mjs';

/** Somebody's page, with daily-js in it, and what tests ask of it most. */
export class Participant {
  constructor({ page, context, problems }) {
    Object.assign(this, { page, context, problems });
  }

  /** Runs in the page, where `call` is daily-js's call object. */
  run(task, argument) {
    return this.page.evaluate(task, argument);
  }

  async join(options) {
    return this.run((given) => call.join(given).then(() => call.participants().local.session_id, (error) => Promise.reject(new Error(error.errorMsg ?? error))), options);
  }

  /** The error event with which a join is refused. */
  refusal(options) {
    return this.run((given) => call.join(given).then(() => null, ({ errorMsg, error }) => ({ errorMsg, ...error })), options);
  }

  sessionId() {
    return this.run(() => call.participants().local.session_id);
  }

  events(name) {
    return this.run((wanted) => events.filter((event) => event.name === wanted), name);
  }

  /** Waits for an event of this name that fits, also one that has already been. */
  event(name, fits = () => true) {
    return until(`${name} in ${this.name}`, async () => (await this.events(name)).find(fits));
  }

  forgetEvents() {
    return this.run(() => void events.splice(0));
  }

  /** Another participant as this page sees one, or undefined. */
  async sees(sessionId) {
    const seen = await this.run((id) => {
      const found = call.participants()[id];
      return found && JSON.parse(JSON.stringify({ ...found, permissions: { ...found.permissions, canSend: found.permissions.canSend instanceof Set ? [...found.permissions.canSend] : found.permissions.canSend } }));
    }, sessionId);
    return seen ?? undefined;
  }

  untilSees(what, sessionId, fits) {
    return until(`${this.name} to see ${what}`, async () => {
      const seen = await this.sees(sessionId);
      return seen && fits(seen) && seen;
    });
  }

  untilGone(sessionId) {
    return until(`${this.name} to see somebody gone`, async () => !(await this.sees(sessionId)));
  }

  /** Waits until the sound of another arrives here, and says how loud it is, 0 to 1. */
  hears(sessionId, loudness = 0.05) {
    return until(`${this.name} to hear somebody`, async () => {
      const now = await this.run((id) => window.loudness(id), sessionId);
      return now > loudness && now;
    });
  }

  /** Waits until so many bursts of another's voice have arrived, each followed by its pause. */
  async hearsBursts(sessionId, count) {
    let heard = 0;
    let isLoud = false;
    await until(`${this.name} to hear ${count} bursts`, async () => {
      const now = await this.run((id) => window.loudness(id), sessionId);
      if (isLoud && now < 0.02) heard++;
      isLoud = now > 0.05 || (isLoud && now >= 0.02);
      return heard >= count;
    });
  }

  /** Waits until nothing is heard of another for longer than the pauses between bursts are. */
  async hearsNothing(sessionId) {
    let quietSince;
    await until(`silence in ${this.name}`, async () => {
      const now = await this.run((id) => window.loudness(id), sessionId);
      quietSince = now < 0.01 ? (quietSince ?? Date.now()) : undefined;
      return quietSince && Date.now() - quietSince > 1500;
    });
  }
}
