/**
 * Opens a page in a context of its own and keeps what goes wrong in it: `problems` holds console errors, warnings and
 * uncaught exceptions.
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, locale?: string, microphone?: boolean, before?: () => void, context?: object }} options `microphone`:
 * whether the person allows it; `before`: runs in the page before its own scripts; `context`: more of playwright's settings
 */
export async function openPage(browser, { url, locale = 'vi-VN', microphone = true, before, context: settings = {} }) {
  const context = await browser.newContext({ locale, permissions: microphone ? ['microphone'] : [], ...settings });
  // daily-js reports fatal errors to its vendor's tracker; here that has to come to nothing, and without an error.
  await context.route(/\bingest\.sentry\.io\b/, (route) => route.fulfill({ status: 200, body: '{}', headers: { 'Access-Control-Allow-Origin': '*' } }));
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  const problems = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(`console: ${message.text()} (${message.location().url})`));
  await page.goto(url);
  return { context, page, problems };
}
