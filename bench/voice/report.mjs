import { rows } from './measuring.mjs';

/** Tables for people and for RESULTS.md: of each row the median of the rounds' medians, and percentiles of all its turns. */
export function report({ before, after, idle, runs, turns, rounds }) {
  const amounts = [...new Set(rounds.map(({ calls }) => calls))];
  return [
    '## voice',
    '',
    "From the person's last sound to the first sound of the answer at the person's ear, through the stand-in, with providers that take no time.",
    '',
    `- ${runs} rounds; in each, everything once after the other, each with calls of its own that are joined for it, ${turns} turns in each call; a first round does not count`,
    "- the person: a page with daily-js that says a recorded sentence through WebAudio; both times are of its one audio clock, from the last loud sample it gives out to the first loud one that comes in. A person's own microphone and loudspeaker would come on top",
    '- button: the message `user_input_ended` goes out with the last sample. Open microphone: the pause that tells the end (600 ms of quiet) is in the figure, and taken off in the line under it',
    '- the assistant: a process of its own with the real session, voice detector, call page and browser; recogniser, mind and voice answer at once, and the record is in its memory (it never waits for it)',
    "- yardsticks in the same round: a bare page with daily-js in the assistant's place that answers the message with a tone; the same that answers what it hears, which is twice the media's way; and our way into the call with no assistant behind it",
    '- percentiles are of all turns together, by nearest rank; in brackets the smallest and the largest median of a round',
    `- processor and memory: of the answering process and its browser, all of it (before any call ${Math.round(idle.memory)} MB); percent of one core. The persons' browser, stand-in and measuring share the cores`,
    `- ${before.at.slice(0, 16).replace('T', ' ')} UTC, ${before.cores} cores, ${before.system}, Node ${before.node}, headless Chromium`,
    `- load average before ${before.load.toFixed(2)}, after ${after.load.toFixed(2)}`,
    ...(before.load > before.cores ? ['- The load was above the number of cores when this began: figures are of a busy machine.'] : []),
    ...amounts.flatMap((calls) => section(calls, rounds.filter((round) => round.calls === calls), idle)),
  ].join('\n');
}

function section(calls, rounds, idle) {
  const of = (row) => rounds.filter((round) => round.row === row);
  const named = Object.keys(rows).filter((row) => of(row).length);
  return [
    '',
    `### ${calls === 1 ? 'One call' : `${calls} calls at once`}`,
    '',
    '| | turns | p5 ms | p50 ms | p95 ms | max ms | p50 less the page without us |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...named.map((row) => delays(rows[row], of(row), row === 'way' || row === 'bare' ? [] : of('bare'))),
    ...(of('open').length ? [delays('the same without the 600 ms of quiet', of('open').map((round) => ({ ...round, samples: round.samples.map(({ ms }) => ({ ms: ms - 600 })) })), of('bare'))] : []),
    ...stages('Button released, from the last sound until', of('hold')),
    ...stages('Open microphone, from the last sound until', of('open')),
    ...cuts('Cut by the button, from sending `user_input_started` until', of('hold').flatMap((round) => round.cuts.button)),
    ...cuts('Cut by speaking, from the first sound until', of('open').flatMap((round) => round.cuts.voice)),
    '',
    '| | processor of a call, % of a core | memory of a call, MB | in all |',
    '| --- | --- | --- | --- |',
    ...named
      .filter((row) => !['way', 'bare'].includes(row))
      .map((row) => {
        const [cpu, memory] = ['cpu', 'memory'].map((what) => middle(of(row).map((round) => round[what])));
        return `| ${rows[row]} | ${(cpu / calls).toFixed(0)} | ${((memory - idle.memory) / calls).toFixed(0)} | ${cpu.toFixed(0)} %, ${memory.toFixed(0)} MB |`;
      }),
  ];
}

function delays(name, rounds, yardstick) {
  const all = rounds.flatMap(({ samples }) => samples.map(({ ms }) => ms));
  const medians = rounds.map(({ samples }) => middle(samples.map(({ ms }) => ms)));
  const less = yardstick.length ? Math.round(middle(all) - middle(yardstick.flatMap(({ samples }) => samples.map(({ ms }) => ms)))) : '';
  return `| ${name} | ${all.length} | ${ms(at(all, 0.05))} | ${ms(at(all, 0.5))} (${ms(Math.min(...medians))} – ${ms(Math.max(...medians))}) | ${ms(at(all, 0.95))} | ${ms(Math.max(...all))} | ${less} |`;
}

function stages(title, rounds) {
  const all = rounds.flatMap(({ samples }) => samples.map((sample) => sample.stages));
  return table(title, all, (name) => name !== 'heardAt');
}

const cuts = (title, all) => table(title, all, () => true);

function table(title, all, isShown) {
  if (all.length === 0) return [];
  const names = [...new Set(all.flatMap(Object.keys))].filter(isShown);
  const lines = names.map((name) => [name, all.map((one) => one[name]).filter((value) => typeof value === 'number')]).filter(([, values]) => values.length);
  return ['', `| ${title} | p5 ms | p50 ms | p95 ms |`, '| --- | --- | --- | --- |', ...lines.map(([name, values]) => `| ${name} | ${ms(at(values, 0.05))} | ${ms(at(values, 0.5))} | ${ms(at(values, 0.95))} |`)];
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

const middle = (values) => at(values, 0.5);

const ms = (value) => String(Math.round(value));
