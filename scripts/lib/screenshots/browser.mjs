import { chromium } from 'playwright-core';
import { PlainError } from '../plain-error.mjs';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

export const looks = ['vi', 'en'].flatMap((language) =>
  ['dark', 'light'].flatMap((theme) =>
    [{ name: 'phone', width: 390, height: 844 }, { name: 'desktop', width: 1280, height: 860 }].map((size) => ({ language, theme, size, name: `${size.name}-${theme}-${language}` }))));

/** A Chromium with a microphone that beeps. */
export async function openBrowser(executablePath = process.env.CHROMIUM || '/usr/bin/chromium') {
  return chromium.launch({ executablePath, args: flags }).catch((error) => {
    throw new PlainError(`Chromium could not be started from ${executablePath}: name another one in CHROMIUM.\n${error.message}`);
  });
}

/** A page as a person with that language, theme and window sees it; what it complains of is collected. */
export async function openPage(browser, { language, theme, size }, web) {
  const context = await browser.newContext({
    baseURL: web,
    viewport: { width: size.width, height: size.height },
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['microphone'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.status()} from ${response.url()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints, close: () => context.close() };
}
