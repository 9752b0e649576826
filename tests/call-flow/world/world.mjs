import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { findChromium, launchChromium, noChromium, openPage, writeMicrophoneFile } from '@numeroly/test-browser';
import { servePages } from './page-server.mjs';
import { Participant } from './participant.mjs';
import { startStandIn } from './stand-in.mjs';

const hasChromium = (await findChromium()) !== undefined;

/**
 * A stand-in, pages and a browser for the tests of one file. Every test ends with a look at the console of each page.
 * @param {{ standIn?: object, browser?: object }} [settings]
 */
export function callWorld({ standIn: settings, browser: browserSettings } = {}) {
  const world = { rooms: 0 };
  let opened = [];

  if (hasChromium) {
    before(async () => {
      world.folder = mkdtempSync(join(tmpdir(), 'call-flow-'));
      world.microphone = writeMicrophoneFile(join(world.folder, 'microphone.wav'));
      world.standIn = await startStandIn(settings);
      world.pages = await servePages();
      world.browser = await launchChromium({ microphone: world.microphone, ...browserSettings });
    });
    after(async () => {
      await world.browser?.close();
      await world.pages?.stop();
      await world.standIn?.stop();
      rmSync(world.folder, { recursive: true, force: true });
    });
  }

  /** Somebody's page with a call object that has not joined yet. */
  world.page = async (name, { options = {}, ...page } = {}) => {
    const participant = new Participant(await openPage(world.browser, { url: world.pages.url, ...page }));
    participant.name = name;
    opened.push(participant);
    await participant.run((given) => create(given), { bundlePath: world.bundlePath, ...options });
    return participant;
  };
  /** Somebody inside a room. */
  world.enter = async (room, name, { token, join: more = {}, ...page } = {}) => {
    const participant = await world.page(name, page);
    participant.id = await participant.join({ url: room.url, userName: name, ...(token && { token }), ...more });
    return participant;
  };
  /** A room of its own for a test. */
  world.room = (properties, privacy) => world.standIn.room(`room-${process.pid}-${++world.rooms}`, properties, privacy);
  Object.defineProperty(world, 'bundlePath', { get: () => `${world.standIn.url}/standin/call` });

  /** A test, which is skipped where there is no Chromium. `expected`: console errors that belong to it. */
  world.test = (name, run, { expected = /^$/ } = {}) =>
    test(name, { skip: hasChromium ? false : noChromium }, async () => {
      opened = [];
      try {
        await run();
        for (const { name: whose, problems } of opened) assert.deepEqual(problems.filter((problem) => !expected.test(problem)), [], `in the console of ${whose}`);
      } finally {
        await Promise.all(opened.map(({ context }) => context.close()));
      }
    });
  return world;
}
