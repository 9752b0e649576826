import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { findChromium, launchChromium, noChromium, writeMicrophoneFile } from '@numeroly/test-browser';
import { servePages } from '../../call-flow/world/page-server.mjs';
import { until } from '../../call-flow/world/until.mjs';
import { Account } from './account.mjs';
import { Guide } from './guide.mjs';
import { Person } from './person.mjs';
import { startStack } from './stack.mjs';

const hasChromium = (await findChromium()) !== undefined;

/**
 * Everything running, for the tests of one file. Every test ends with a look at the console of each page.
 * @param {{ stack?: object, browser?: object }} [settings]
 */
export function endToEndWorld({ stack: stackSettings, browser: browserSettings } = {}) {
  const world = { people: 0 };
  let opened = [];

  if (hasChromium) {
    before(async () => {
      world.folder = mkdtempSync(join(tmpdir(), 'end-to-end-'));
      world.stack = await startStack(stackSettings);
      world.pages = await servePages();
      world.assistant = new Account(world.stack.api, once(() => world.stack.token('guide', 'assistant')));
      world.operator = new Account(world.stack.api, once(() => world.stack.token('night-shift', 'operator')));
      world.bundlePath = `${world.stack.standIn.url}/standin/call`;
      world.browser = await launchChromium({ microphone: writeMicrophoneFile(join(world.folder, 'microphone.wav')), ...browserSettings });
    });
    after(async () => {
      await world.browser?.close();
      await world.pages?.stop();
      await world.stack?.stop();
      rmSync(world.folder, { recursive: true, force: true });
    });
  }

  /** Somebody nobody knows yet, with the app open. */
  world.person = async (options) => {
    const person = await Person.open(world.browser, world.stack, `person-${++world.people}`, options);
    opened.push(person);
    person.account = Account.named(world.stack.api, person.name);
    return person;
  };
  /** Somebody who has introduced themselves. */
  world.knownPerson = async (options) => {
    const person = await world.person(options);
    await person.introduces();
    return person;
  };
  /** Somebody in a call, and the guide in it. */
  world.talk = async (options) => {
    const person = await world.knownPerson(options);
    await person.calls();
    const guide = await world.guideOf(person);
    await person.reads('Mình đang ở đây');
    return { person, guide, id: guide.conversation.conversation_id };
  };
  world.guideOf = async (person) => {
    const guide = await Guide.enters(world, person.account);
    opened.push(guide);
    return guide;
  };

  /** A test, which is skipped where there is no Chromium. `expected`: console lines that belong to it. */
  world.test = (name, run, { expected = /^$/ } = {}) =>
    test(name, { skip: hasChromium ? false : noChromium }, async (context) => {
      opened = [];
      try {
        await run(context);
        for (const { name: whose, problems } of opened) assert.deepEqual(problems.filter((problem) => !expected.test(problem)), [], `in the console of ${whose}`);
      } catch (error) {
        for (const { name: whose, page, problems } of opened) context.diagnostic(`${whose} at ${page.url()} saw: ${await seenIn(page)} | console: ${problems.join('; ')}`);
        throw error;
      } finally {
        await Promise.all(opened.map(({ context: browsing }) => browsing.close()));
      }
    });
  return world;
}

export { until };

async function seenIn(page) {
  return (await page.locator('body').innerText({ timeout: 2000 }).catch((error) => error.message)).replace(/\s*\n\s*/g, ' / ').slice(0, 800);
}

function once(make) {
  let made;
  return () => (made ??= make());
}
