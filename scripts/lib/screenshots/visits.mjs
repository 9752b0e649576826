import { person } from './seeding.mjs';

/**
 * The way through the app on which every screen is seen once. `look(name, { whole })` takes the picture; whole is all that
 * can be scrolled to.
 */
export async function visitAll(page, look) {
  await page.goto('/');
  await page.waitForURL('**/sign-in');
  await look('01-sign-in');
  await submit(page);
  await page.getByRole('alert').first().waitFor();
  await look('02-sign-in-without-name');
  await page.getByRole('textbox').first().fill(person.typedName);
  await submit(page);

  await page.waitForURL('**/welcome');
  await look('03-welcome', { whole: true });
  await page.getByRole('textbox').first().fill(person.name);
  const [, day, month, year] = await page.getByRole('textbox').all();
  await day.fill('31');
  await month.fill('4');
  await year.fill('1998');
  await submit(page);
  await page.getByRole('alert').first().waitFor();
  await look('04-welcome-with-a-wrong-date');
  await day.fill(person.birthDate.day);
  await month.fill(person.birthDate.month);
  await submit(page);

  await page.waitForURL((url) => url.pathname === '/');
  await numbersAreThere(page);
  await look('05-today');
  await visitTabs(page, look);
  await page.goto('/no-such-place');
  await page.getByRole('status').first().waitFor();
  await look('16-lost');
}

async function visitTabs(page, look) {
  await page.goto('/numbers');
  await numbersAreThere(page);
  await page.locator('[aria-expanded]').first().click();
  await look('06-numbers', { whole: true });
  await page.goto('/history');
  await page.getByTestId('history').getByRole('link').first().waitFor();
  await look('07-history');
  await page.getByRole('searchbox').fill('zzzz');
  await page.getByTestId('history').getByRole('link').first().waitFor({ state: 'detached' });
  await look('08-history-without-a-match');
  await page.getByRole('searchbox').fill('');
  // Those that were liked: they have been held to their end.
  await page.getByRole('group').getByRole('button').first().click();
  await page.getByTestId('history').getByRole('link').filter({ has: page.getByRole('img', { name: /:/ }) }).first().click();
  await page.getByRole('slider').waitFor();
  await numbersAreThere(page);
  await look('09-past-conversation', { whole: true });
  await page.goto('/settings');
  await look('10-settings', { whole: true });
  await page.goto('/profile');
  await page.getByRole('textbox').first().waitFor();
  await look('11-profile');
}

async function numbersAreThere(page) {
  await page.locator('[role=img][aria-label*=":"]:visible').first().waitFor();
}

/** The main act of a form is its last filled button. */
async function submit(page) {
  await page.locator('[data-testid=submit]').click();
}
