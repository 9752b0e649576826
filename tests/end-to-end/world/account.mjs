/** The API as one person, or the guide, calls it without the app. */
export class Account {
  #token;

  /** @param {{ url: string }} api @param {() => Promise<string>} token */
  constructor(api, token) {
    this.api = api;
    this.#token = token;
  }

  /** Somebody who signs in by name. */
  static named(api, user) {
    return new Account(api, async () => {
      const response = await fetch(`${api.url}/development/tokens`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ user }) });
      return (await response.json()).token;
    });
  }

  async call(method, path, body) {
    const response = await fetch(this.api.url + path, {
      method,
      headers: { Authorization: `Bearer ${await this.#token()}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** The newest conversation of this person. */
  async newest() {
    const { items } = await this.call('GET', '/conversations?limit=1');
    return items[0] && this.conversation(items[0].conversation_id);
  }

  conversation(id) {
    return this.call('GET', `/conversations/${id}`);
  }

  say(id, message) {
    return this.call('POST', `/conversations/${id}/messages`, message);
  }

  /** What is on record, oldest first, all of it. */
  async messages(id) {
    return this.#all(`/conversations/${id}/messages`);
  }

  async events(id) {
    return this.#all(`/conversations/${id}/events`);
  }

  async eventTypes(id) {
    return (await this.events(id)).map(({ type }) => type);
  }

  async #all(path) {
    const items = [];
    for (let after = 0; ; ) {
      const page = await this.call('GET', `${path}?limit=100&after=${after}`);
      items.push(...page.items);
      if (!page.has_more) return items;
      after = page.last_version;
    }
  }
}
