import { setTimeout as delay } from 'node:timers/promises';
import { openPage } from '@numeroly/test-browser';
import { until } from '../../call-flow/world/until.mjs';

const wait = { timeout: 30_000 };
/** The app takes a shorter touch than this for a tap. Milliseconds. */
const shortestHold = 400;

/** Somebody with the app open in a browser, who reads Vietnamese. */
export class Person {
  static async open(browser, stack, name, options = {}) {
    const opened = await openPage(browser, { url: stack.url, context: { viewport: { width: 390, height: 844 }, ...options.context }, ...options.page });
    return Object.assign(new Person(), opened, { name });
  }

  button(name) {
    return this.page.getByRole('button', { name });
  }

  press(name) {
    return this.button(name).click(wait);
  }

  /** Signs in and says who this is: the home screen is next. */
  async introduces({ fullName = 'Nguyễn Minh Anh', born = ['14', '8', '1998'] } = {}) {
    await this.page.getByLabel('Tên của bạn').fill(this.name, wait);
    await this.press('Bắt đầu');
    await this.page.getByLabel('Họ và tên khai sinh').fill(fullName, wait);
    for (const [i, label] of ['Ngày', 'Tháng', 'Năm'].entries()) await this.page.getByRole('textbox', { name: label, exact: true }).fill(born[i]);
    await this.press('Xem các con số của mình');
    await this.button('Bắt đầu trò chuyện').waitFor(wait);
  }

  /** Begins a conversation and waits until the call is on. */
  async calls() {
    await this.press('Bắt đầu trò chuyện');
    await this.reads('Kết nối tốt');
  }

  async holdsToSpeak() {
    const place = await this.button(/Giữ để nói/).boundingBox();
    await this.page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await this.page.mouse.down();
    this.holdsSince = performance.now();
    await this.button('Thả để gửi').waitFor(wait);
  }

  /** Holds the button for a while, into a microphone in which somebody speaks. */
  async asks({ seconds = 2 } = {}) {
    await this.holdsToSpeak();
    await delay(seconds * 1000);
    await this.releases();
  }

  async releases() {
    await delay(Math.max(0, this.holdsSince + shortestHold - performance.now()));
    await this.page.mouse.up();
  }

  async writes(text) {
    if (!(await this.page.getByLabel('Tin nhắn').isVisible())) await this.press('Nhắn bằng chữ');
    await this.page.getByLabel('Tin nhắn').fill(text, wait);
    await this.press('Gửi');
  }

  /** Waits until these words are on the screen. */
  reads(text, { withinMs = wait.timeout } = {}) {
    return this.page.getByText(text).locator('visible=true').first().waitFor({ timeout: withinMs });
  }

  readsNoMore(text) {
    return until(`${text} to be gone`, async () => (await this.page.getByText(text).locator('visible=true').count()) === 0, { withinMs: wait.timeout });
  }

  /** How often these words stand in the conversation. */
  async times(text) {
    return (await this.lines()).filter((line) => line === text).length;
  }

  /** The conversation on the screen, line by line. */
  async lines() {
    const text = await this.page.getByLabel('Lời trò chuyện').first().innerText();
    return text.split('\n').map((line) => line.trim());
  }

  /** Waits until sound arrives in the page's loudspeakers, and says how loud, 0 to 1. */
  hears(loudness = 0.05) {
    return until(`${this.name} to hear something`, async () => {
      const now = await this.loudness();
      return now > loudness && now;
    });
  }

  /** The loudest sample in the page's loudspeakers over the last moments, 0 to 1. */
  loudness() {
    return this.page.evaluate(loudestPlaying);
  }

  /** This person's newest conversation. */
  newest() {
    return until('the conversation to be there', () => this.account.newest());
  }
}

/** Runs in the page: the largest sample in what its audio elements play right now. */
async function loudestPlaying() {
  const playing = [...document.querySelectorAll('audio')].filter(({ srcObject, paused }) => srcObject && !paused);
  const context = (window.listening ??= new AudioContext());
  const levels = await Promise.all(
    playing.map(async ({ srcObject }) => {
      const analyser = context.createAnalyser();
      analyser.fftSize = 16_384;
      const source = context.createMediaStreamSource(srcObject);
      source.connect(analyser);
      await new Promise((filled) => setTimeout(filled, 400));
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      source.disconnect();
      return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
    }),
  );
  return Math.max(0, ...levels);
}
