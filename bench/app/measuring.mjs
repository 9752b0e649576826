import { readWatch, startWatch, whenShown } from './stopwatch.mjs';

/**
 * Goes through whole conversations, one after the other; the first does not count. Each is measured beside its yardsticks.
 * @returns {Promise<Record<string, number[]>>} milliseconds by what was measured
 */
export async function measureApp({ person, bare, assistant, stack, runs, say }) {
  const samples = {};
  for (let run = 0; run <= runs; run++) {
    const round = await oneConversation({ person, bare, assistant, stack, run });
    say(run ? `run ${run} of ${runs}` : 'warming up');
    if (run) for (const [what, ms] of Object.entries(round)) (samples[what] ??= []).push(ms);
  }
  return samples;
}

async function oneConversation({ person, bare, assistant, stack, run }) {
  const round = { ...(await yardsticks({ person, bare, stack })) };
  const { page } = person;
  // A page behind another draws no frames.
  await page.bringToFront();

  await startWatch(page, { event: 'pointerdown', words: 'Mình đang đến|Mình đang ở đây' });
  await person.press('Bắt đầu trò chuyện');
  round['tap on start to joined'] = await readWatch(page);
  await person.reads('Kết nối tốt');

  for (const press of ['first press to microphone live', 'later press to microphone live']) {
    await startWatch(page, { event: 'pointerdown', words: 'Đang nghe bạn' });
    await person.holdsToSpeak();
    round[press] = await readWatch(page);
    await person.releases();
    await person.reads('Giữ để nói');
  }

  const { conversation_id: id } = await person.account.newest();
  const text = `Câu trả lời ${run} của ${Date.now()}.`;
  const shown = whenShown(page, text);
  const sent = performance.timeOrigin + performance.now();
  await assistant.say(id, { speaker: 'assistant', text, emotional_tone: 'warm' });
  const saved = performance.timeOrigin + performance.now();
  const seen = await shown;
  round['message saved (request and answer)'] = saved - sent;
  round['message: request to the screen'] = seen - sent;
  round['message: answer to the screen'] = seen - saved;

  await person.press('Kết thúc');
  await person.press('Bỏ qua');
  await person.button('Bắt đầu trò chuyện').waitFor({ timeout: 30_000 });
  return round;
}

/** The same steps with nothing of the app in them. */
async function yardsticks({ person, bare, stack }) {
  const begun = performance.now();
  const access = await person.account.call('POST', '/conversations', {});
  const created = performance.now() - begun;
  const joined = await bare.evaluate(
    async ({ url, token, bundlePath }) => {
      const from = performance.now();
      window.create({ bundlePath, startAudioOff: true });
      await call.join({ url, token });
      const took = performance.now() - from;
      await call.destroy();
      return took;
    },
    { url: access.room_url, token: access.token, bundlePath: `${stack.standIn.url}/standin/call` },
  );
  await person.account.call('PATCH', `/conversations/${access.conversation_id}`, {});
  return { 'yardstick: POST /conversations alone': created, 'yardstick: daily-js alone joins': joined };
}
