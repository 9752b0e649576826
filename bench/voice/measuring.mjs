import { Meeting, pause } from './rooms.mjs';
import { taken } from './process-tree.mjs';

/** What is measured beside what, in the order of a round. */
export const rows = {
  way: 'yardstick: media alone, there and back (a page that answers what it hears)',
  bare: 'yardstick: a page that answers the message, nothing of ours',
  transport: 'our way into the call, no assistant: answers the message',
  hold: 'the assistant, button released',
  open: 'the assistant, open microphone',
};

/**
 * One row's samples of one round.
 * @param {'way' | 'bare' | 'transport' | 'hold' | 'open'} row
 */
export async function measure(row, { calls, turns, world }) {
  const who = { way: 'echo', bare: 'page', transport: 'transport' }[row] ?? 'assistant';
  const meetings = await Promise.all(Array.from({ length: calls }, () => Meeting.open({ ...world, who })));
  const before = { at: performance.now(), ...taken(world.answerers.pid) };
  if (row === 'open') await Promise.all(meetings.map(openMicrophone));
  const samples = (await Promise.all(meetings.map((meeting, i) => theirTurns(meeting, row, turns, i)))).flat();
  const after = { at: performance.now(), ...taken(world.answerers.pid) };
  const cuts = row === 'hold' ? { button: await theirCuts(meetings, 'cutByButton', Math.ceil(turns / 2)) } : row === 'open' ? { voice: await theirCuts(meetings, 'cutByVoice', Math.ceil(turns / 2)) } : {};
  await Promise.all(meetings.map((meeting) => meeting.close()));
  return { samples, cuts, cpu: (100_000 * (after.cpu - before.cpu)) / (after.at - before.at), memory: after.memory };
}

async function openMicrophone({ person: page }) {
  await page.evaluate(() => {
    person.turns = 'open';
    person.send('user_input_started');
  });
}

async function theirTurns(meeting, row, turns, place) {
  const samples = [];
  // Those who speak at the same time in several calls do not begin together.
  await pause(350 * place);
  for (let turn = 0; turn < turns; turn++) {
    const page = meeting.person;
    const sample = row === 'way' ? await page.evaluate(() => person.wayThereAndBack()) : await page.evaluate((open) => (open ? person.openTurn() : person.holdTurn()), row === 'open');
    await page.evaluate(() => person.next('silent'));
    await pause(300 + 100 * Math.random());
    samples.push({ ms: sample.ms, stages: meeting.who === 'assistant' ? stages(meeting, sample) : {} });
  }
  return samples;
}

/** From the person's last sound, in milliseconds. */
function stages({ answerers, call }, { endedAt, heardAt, ms }) {
  const after = (mark) => mark && mark.at - endedAt;
  const speak = answerers.first(call, 'speak', endedAt);
  const turn = answerers.marks.findLast((mark) => mark.call === call && mark.what === 'turn')?.more;
  return {
    'their message was here': after(answerers.first(call, 'user_input_ended', endedAt)),
    'their last sound was here': speak && after(answerers.marks.findLast((mark) => mark.call === call && mark.what === 'last_voice')),
    'the first sound of the answer was given to the call': after(speak),
    'the call page began to play it': after(answerers.first(call, 'played', endedAt)),
    'it was at their ear': ms,
    '(inside: end of turn to understood)': turn?.understoodAfterMs,
    '(inside: end of turn to first words)': turn?.firstWordsAfterMs,
    '(inside: end of turn to first sound)': turn?.firstSoundAfterMs,
    '(inside: end of turn to audible)': turn?.audibleAfterMs,
    heardAt,
  };
}

async function theirCuts(meetings, how, times) {
  return (await Promise.all(meetings.map((meeting) => cuts(meeting, how, times)))).flat();
}

async function cuts({ person: page, answerers, call }, how, times) {
  const samples = [];
  for (let time = 0; time < times; time++) {
    await answerers.order(call, { seconds: 20 });
    await page.evaluate((open) => (open ? person.openTurn() : person.holdTurn()), how === 'cutByVoice');
    await answerers.order(call, { seconds: 0.3 });
    await pause(700 + 200 * Math.random());
    const cut = await page.evaluate((name) => person[name](), how);
    await page.evaluate(() => person.next('silent'));
    await pause(300);
    const after = (what) => {
      const mark = answerers.first(call, what, cut.from);
      return mark && mark.at - cut.from;
    };
    samples.push({
      'silent at their ear': cut.ms,
      'the message, or the first of their voice, was here': how === 'cutByVoice' ? after('first_voice') : after('user_input_started'),
      'the assistant fell silent': after('flushed'),
      'told to fall silent': after('flush'),
    });
  }
  return samples;
}
