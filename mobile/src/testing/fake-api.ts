import { type ConversationListItem, type ConversationView, type NumbersView, type NumberView, type SavedMessage } from '@numeroly/generated-client';

/** Answers requests by their method and path, and remembers them. */
export class FakeApi {
  readonly requests: { readonly method: string; readonly url: URL }[] = [];
  readonly #answers: { method: string; path: RegExp; answer: (url: URL) => object; status: number }[] = [];

  answer(method: string, path: RegExp, answer: (url: URL) => object, status = 200): this {
    // The newest first, so that a test can change its mind.
    this.#answers.unshift({ method, path, answer, status });
    return this;
  }

  readonly fetch = async (address: RequestInfo, init: RequestInit = {}): Promise<Response> => {
    const method = init.method ?? 'GET';
    const url = new URL(typeof address === 'string' ? address : address.url);
    this.requests.push({ method, url });
    const known = this.#answers.find((candidate) => candidate.method === method && candidate.path.test(url.pathname));
    const { body, status } = known
      ? { body: known.answer(url), status: known.status }
      : { body: { type: 'urn:numeroly:problem:not-found', title: 'Not found', status: 404, detail: null }, status: 404 };
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  };
}

export function number(key: NumberView['key'], name: string, value: number, more: Partial<NumberView> = {}): NumberView {
  return { key, group: 'core', name, value, display: String(value), title: `${name} tóm tắt`, summary: `${name} trong một câu.`, meaning: [`${name} nói rằng…`], working: [`1+2 = ${value}`], system: 'phillips', ...more };
}

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export const numbersView: NumbersView = {
  language: 'vi',
  name: 'Nguyễn Minh Anh',
  birth_date: '1998-08-14',
  on: '2026-11-22',
  variants: [],
  numbers: [number('life_path', 'Số chủ đạo', 22, { display: '22/4', working: ['1+4+0+8+… = 22'] }), number('expression', 'Sứ mệnh', 5), number('balance', 'Cân bằng', 7, { group: 'name' })],
  life_path_difference: ['Hai cách tính cho hai nhãn khác nhau.'],
  birth_chart: { cells: nine.map((digit) => ({ digit, count: digit === 9 ? 2 : digit < 4 ? 1 : 0 })), arrows: [{ key: 'planner', line: [1, 2, 3], kind: 'full', name: 'Kế hoạch', meaning: 'Bạn thích biết trước.' }], isolated: [9], isolated_numbers: [] },
  name_chart: null,
  combined_chart: null,
  peaks: [1, 2, 3, 4].map((index) => ({ index, value: index, display: `${index}`, age: 23 + 9 * index, until_age: index < 4 ? 31 + 9 * index : null, year: 2021 + 9 * index, title: `Đỉnh ${index}`, meaning: `Ý nghĩa của đỉnh ${index}.`, working: [], system: 'phillips' })),
  challenges: [],
  cycles: {
    universal_year: number('universal_year', 'Năm chung', 1, { group: 'cycle' }),
    year: number('personal_year', 'Năm cá nhân', 5, { group: 'cycle' }),
    month: number('personal_month', 'Tháng cá nhân', 7, { group: 'cycle' }),
    day: number('personal_day', 'Ngày cá nhân', 3, { group: 'cycle', title: 'Hợp để lắng nghe' }),
  },
};

export function listItem(id: string, more: Partial<ConversationListItem> = {}): ConversationListItem {
  return {
    conversation_id: id, status: 'ended', language: 'vi', created_at: '2026-11-20T09:05:00Z', ended_at: '2026-11-20T09:17:00Z', end_cause: 'user', rating: 4,
    duration_seconds: 724, message_count: 6, last_message_at: null, recording_status: 'ready', recording_seconds: 700, ...more,
  };
}

export function conversation(id: string, more: Partial<ConversationView> = {}): ConversationView {
  const { recording_status: _, recording_seconds: __, ...item } = listItem(id);
  return {
    ...item, version: 9, reading: { name: 'Nguyễn Minh Anh', birth_date: '1998-08-14' }, joined_at: item.created_at, connection: null,
    recording: { status: 'ready', started_at: item.created_at, duration_seconds: 700, link: null, failure_reason: null },
    room_url: 'https://x.daily.co/r', room_expires_at: item.created_at, room_deleted_at: item.created_at, ...more,
  };
}

export function message(speaker: 'user' | 'assistant', text: string, heard: string | null = null): SavedMessage {
  return { message_id: text, version: 1, speaker, text, heard, confidence: null, emotional_tone: null, spoken_at: '2026-11-20T09:06:00Z', saved_at: '2026-11-20T09:06:01Z' };
}
