import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { root } from '../checkout.mjs';
import { until } from '../waiting.mjs';

/** Whose app is photographed. The user's id is what the app makes of the typed name. */
export const person = { typedName: 'Minh Anh', user: 'minh-anh', name: 'Nguyễn Trần Minh Anh', birthDate: { day: '14', month: '8', year: '1998' }, birth_date: '1998-08-14' };

const said = {
  vi: [
    ['user', 'Mình sinh ngày 14 tháng 8 năm 1998, số chủ đạo của mình nói gì?'],
    ['assistant', 'Cộng các chữ số ngày sinh của bạn được 40, rút gọn còn 4. Số 4 là người dựng nền: kiên nhẫn, thực tế, giữ lời.', 'Cộng các chữ số ngày sinh của bạn được 40, rút gọn còn 4.'],
    ['user', 'Vậy năm nay mình nên tập trung vào điều gì?'],
    ['assistant', 'Năm cá nhân của bạn là số 5, năm của thay đổi. Hãy giữ một nền vững, rồi thử một điều mới.'],
  ],
  en: [
    ['user', 'What does my main number say?'],
    ['assistant', 'The digits of your birth date add up to 40, which is 4: the builder. Patient, practical, as good as their word.'],
  ],
};

/** Gives the person a history: conversations as they come about, held in the stand-in's call and ended. */
export async function seedHistory({ api, standin }) {
  const own = await answer(`${api}/development/tokens`, { method: 'POST', body: { user: person.user } });
  const ask = (path, options) => answer(`${api}${path}`, { ...options, token: own.token });
  if ((await ask('/conversations?limit=1')).total > 0) return;
  const assistant = execFileSync(process.execPath, [join(root, 'scripts', 'token.mjs'), 'guide', '--role', 'assistant'], { encoding: 'utf8' }).trim();
  for (const [language, rating] of [['en', 5], ['vi', 3], ['vi', null], ['vi', 4]]) {
    const { conversation_id: id, room_url } = await ask('/conversations', { method: 'POST', key: randomUUID(), body: { language, name: person.name, birth_date: person.birth_date } });
    const { token } = await ask(`/conversations/${id}/token`, { method: 'POST', body: {} });
    if (standin) await answer(`${standin}/standin/rooms/${room_url.split('/').pop()}/participants`, { method: 'POST', body: { token } });
    for (const [speaker, text, heard] of said[language]) {
      await answer(`${api}/conversations/${id}/messages`, { method: 'POST', token: speaker === 'user' ? own.token : assistant, body: { speaker, text, ...(heard && { heard }), message_id: randomUUID() } });
    }
    await ask(`/conversations/${id}`, { method: 'PATCH', body: rating ? { rating } : {} });
    await until(async () => (await ask(`/conversations/${id}`)).recording.status !== 'pending' || 'it is pending', { what: 'The recording did not come', deadlineMs: 60_000, everyMs: 500 });
  }
}

async function answer(url, { method = 'GET', body, token, key } = {}) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }), ...(key && { 'Idempotency-Key': key }) };
  const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${url} answers ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}
