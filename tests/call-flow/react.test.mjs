import assert from 'node:assert/strict';
import { openPage } from '@numeroly/test-browser';
import { until } from './world/until.mjs';
import { callWorld } from './world/world.mjs';

const world = callWorld();

world.test('daily-react in StrictMode: its hooks show the call', async () => {
  const room = await world.room();
  const { page, problems, context } = await openPage(world.browser, { url: `${world.pages.url}/react?${new URLSearchParams({ room: room.url, bundle: world.bundlePath })}` });
  try {
    const seen = () => page.evaluate(() => JSON.parse(JSON.stringify(window.seen)));
    const hooksSay = (what, fits) => until(`the hooks to say ${what}`, async () => fits(await seen()) && (await seen()));

    const alone = await hooksSay('that it is in the call', ({ state, mine, microphoneState }) => state === 'joined-meeting' && mine === 'playable' && microphoneState === 'granted');
    assert.deepEqual([alone.topology, alone.room, alone.counts.present], ['sfu', room.name, 1]);
    assert.ok(alone.microphones > 0 && alone.selected);

    const guide = await world.enter(room, 'Guide');
    await hooksSay('that the guide is there', ({ others, counts }) => others.Guide === 'playable' && counts.present === 2);
    await hooksSay('that the guide is heard', ({ levels }) => levels.Guide > 0.05);
    await hooksSay('who speaks', ({ speaker, me }) => [guide.id, me].includes(speaker));
    await guide.hears((await seen()).me);

    await guide.run(() => void call.sendAppMessage({ type: 'assistant_response', data: { text: 'Xin chào' } }));
    await hooksSay('what the guide wrote', ({ messages }) => messages[0]?.data.text === 'Xin chào');
    await page.evaluate(() => void window.sendMessage({ type: 'user_input_started' }));
    await guide.event('app-message', ({ data }) => data.type === 'user_input_started');

    await page.evaluate(() => void window.call.setLocalAudio(false));
    await hooksSay('that the own microphone is off', ({ mine }) => mine === 'off');
    await world.standIn.rest('POST', `/rooms/${room.name}/recordings/start`, { type: 'cloud-audio-only' });
    await hooksSay('that it is recorded', ({ isRecording }) => isRecording);

    await guide.run(() => call.leave());
    await hooksSay('that the guide has gone', ({ counts }) => counts.present === 1);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
});
