import assert from 'node:assert/strict';
import { endToEndWorld, until } from './world/world.mjs';

const world = endToEndWorld();
const withoutDevices = endToEndWorld({ browser: { withoutDevices: true } });

world.test('microphone denied: the way to the settings is shown, typing goes on, and allowing it later works', async () => {
  const person = await world.knownPerson();
  await person.page.evaluate(() => {
    const allowed = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (wanted) => (window.allows ? allowed(wanted) : Promise.reject(new DOMException('Permission denied', 'NotAllowedError')));
  });
  await person.calls();
  const guide = await world.guideOf(person);
  await person.button(/Giữ để nói/).click();
  await person.reads('Chưa được phép dùng micro');
  await person.press('Nhắn chữ');
  await person.writes('Mình không có micro');
  const id = guide.conversation.conversation_id;
  await until('the message to be kept', async () => (await person.account.messages(id)).some(({ text }) => text === 'Mình không có micro'));

  await person.page.evaluate(() => void (window.allows = true));
  await person.press('Trở lại nói');
  await person.holdsToSpeak();
  await guide.hears(await until('the person', () => guide.run(() => Object.keys(call.participants()).find((other) => other !== 'local'))));
  await person.releases();
  await person.readsNoMore('Chưa được phép dùng micro');
});

withoutDevices.test('no microphone: it is said, and the guide is heard and read all the same', async () => {
  const { person, guide } = await withoutDevices.talk();
  await person.button(/Giữ để nói/).click();
  await person.reads('Không thấy micro');
  await guide.answers('Bạn vẫn đọc được lời mình.');
  await person.reads('Bạn vẫn đọc được lời mình.');
  assert.equal((await person.account.conversation(guide.conversation.conversation_id)).status, 'open');
});
