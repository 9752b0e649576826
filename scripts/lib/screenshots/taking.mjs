import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { looks, openBrowser, openPage } from './browser.mjs';
import { visitConversation } from './conversation-visits.mjs';
import { seriousFindings } from './looking-over.mjs';
import { visitAll } from './visits.mjs';

/**
 * Every screen in every look, as files in a folder.
 * @param {{ web: string, folder: string, wanted: string[], say: (line: string) => void }} order
 * @returns {Promise<{ pictures: number, troubles: string[] }>} troubles: what axe or the console had to say, or what was not reached
 */
export async function takeScreenshots({ web, folder, wanted, say }) {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  const chosen = looks.filter(({ name }) => !wanted.length || wanted.some((word) => name.includes(word)));
  const troubles = [];
  let pictures = 0;
  try {
    for (const look of chosen) {
      const { page, complaints, close } = await openPage(browser, look, web);
      const take = async (name, { whole = false } = {}) => {
        await settled(page);
        if (whole) await growToContent(page, look.size);
        await page.screenshot({ path: join(folder, `${look.name}-${name}.png`) });
        pictures++;
        for (const finding of await seriousFindings(page)) troubles.push(`${look.name} ${name}: ${finding}`);
        await page.setViewportSize({ width: look.size.width, height: look.size.height });
      };
      for (const visit of [visitAll, visitConversation]) {
        await visit(page, take).catch((error) => troubles.push(`${look.name}: ${visit.name} stopped: ${error.message}`));
      }
      troubles.push(...complaints.map((complaint) => `${look.name} console: ${complaint}`));
      say(`${look.name}: done`);
      await close();
    }
  } finally {
    await browser.close();
  }
  return { pictures, troubles };
}

/** Fonts are there and nothing is loading. */
async function settled(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => !document.querySelector('[role=progressbar]:not([aria-valuenow])'));
}

/** A window as tall as what is in it, for pages that scroll inside. */
async function growToContent(page, { width, height }) {
  const content = await page.evaluate(() => Math.max(...[...document.querySelectorAll('div')].filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1 && clientHeight > 200).map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), 0));
  await page.setViewportSize({ width, height: Math.min(height + content, 8000) });
}
