import { createServer } from 'node:http';

/**
 * A recogniser that speaks OpenAI's protocol: it measures the sound it is sent, and understands what the test says it does.
 * Where a real one would be, only without ears for words.
 */
export class Recogniser {
  /** What the next turns say; the last one is repeated. */
  texts = ['số chủ đạo của mình là gì'];
  /** Of each turn: seconds of sound, and its loudest sample, 0 to 1. */
  heard = [];
  isDown = false;

  async start() {
    this.server = createServer((request, response) => {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => this.#answer(Buffer.concat(chunks), response));
    });
    await new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${this.server.address().port}/v1`;
    return this;
  }

  /** Settings that make it the assistant's ear, and everything else need no account. */
  get settings() {
    return { ASSISTANT: 'inside', SPEECH_TO_TEXT: 'openai', OPENAI_API_KEY: 'test-key', OPENAI_BASE_URL: this.url, REPLY_PROVIDERS: 'offline', TEXT_TO_SPEECH: 'espeak' };
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(closed));
  }

  #answer(body, response) {
    if (this.isDown) {
      response.writeHead(503, { 'Content-Type': 'application/json' }).end('{"error":{"message":"down"}}');
      return;
    }
    this.heard.push(measure(body));
    const text = this.texts.length > 1 ? this.texts.shift() : this.texts[0];
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ text }));
  }
}

function measure(body) {
  const start = body.indexOf('RIFF');
  if (start < 0) throw new Error('no WAV was sent');
  const rate = body.readUInt32LE(start + 24);
  const data = body.indexOf('data', start) + 8;
  const end = data + body.readUInt32LE(data - 4);
  let loudest = 0;
  for (let at = data; at + 1 < Math.min(end, body.length); at += 2) loudest = Math.max(loudest, Math.abs(body.readInt16LE(at)));
  return { seconds: (end - data) / 2 / rate, loudest: loudest / 32_768 };
}
