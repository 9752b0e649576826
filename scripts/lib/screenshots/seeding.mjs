import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '../waiting.mjs';

/** Whose app is photographed. The user's id is what the app makes of the typed name. */
export const person = { typedName: 'Minh Anh', user: 'minh-anh', name: 'Nguyễn Trần Minh Anh', birthDate: { day: '14', month: '8', year: '1998' }, birth_date: '1998-08-14' };

const asked = {
  vi: ['Số chủ đạo của mình nói gì?', 'Vậy năm nay mình nên tập trung vào điều gì?'],
  en: ['What does my main number say?'],
};

/** The conversations, the oldest first. */
const ratings = [['en', 5], ['vi', 3], ['vi', null], ['vi', 4]];

/** So that something of an answer is heard before the next question cuts it. */
const listeningMs = 3000;

/** Gives the person a history: conversations with the guide as they come about, held in the stand-in's call and ended. */
export async function seedHistory({ api, standin }) {
  const own = await answer(`${api}/development/tokens`, { method: 'POST', body: { user: person.user } });
  const ask = (path, options) => answer(`${api}${path}`, { ...options, token: own.token });
  if ((await ask('/conversations?limit=1')).total >= ratings.length) return;
  for (const [language, rating] of ratings) {
    const { conversation_id: id, room_url } = await ask('/conversations', { method: 'POST', key: randomUUID(), body: { language, name: person.name, birth_date: person.birth_date } });
    const { token } = await ask(`/conversations/${id}/token`, { method: 'POST', body: {} });
    if (standin) await answer(`${standin}/standin/rooms/${room_url.split('/').pop()}/participants`, { method: 'POST', body: { token } });
    const answers = async () => (await ask(`/conversations/${id}/messages`)).items.filter(({ speaker }) => speaker === 'assistant').length;
    const answered = (count) => until(async () => (await answers()) >= count || 'it is silent', { what: 'The guide did not answer', deadlineMs: 60_000, everyMs: 200 });
    await answered(1);
    for (const [place, text] of asked[language].entries()) {
      await delay(listeningMs);
      await ask(`/conversations/${id}/messages`, { method: 'POST', body: { speaker: 'user', text, message_id: randomUUID() } });
      await answered(place + 2);
    }
    await delay(listeningMs);
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
