import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { patienceMs } from './expect';
import type { Journey } from './journey';

const picturesFolder = join(__dirname, '../../dist/journeys');

/**
 * Runs one journey in a fresh browser page; `heedsWarnings`: what its console complains of fails it.
 * @returns what went wrong, or null. A failure leaves a screenshot.
 */
export async function runJourney(
  browser: Browser,
  url: string,
  journey: Journey,
  heedsWarnings: boolean,
): Promise<string | null> {
  const viewport = journey.viewport ?? { width: 375, height: 812 };
  const context = await browser.newContext({ viewport, locale: 'zh-CN', colorScheme: 'light' });
  context.setDefaultTimeout(patienceMs);
  // tsx names functions through a function of its own, which code evaluated on the page needs as well
  await context.addInitScript('globalThis.__name = (value) => value');
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (heedsWarnings && isComplaint(message)) errors.push(`${message.type()}: ${message.text()}`);
  });
  try {
    await journey.run({ page, url, open: (path, options) => openPhone(page, url, path, options) });
    if (errors.length > 0 && !journey.expectsPageErrors) throw new Error(`on the page: ${errors.join('\n')}`);
    return null;
  } catch (error) {
    const picture = await photograph(page, journey.name);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const seen = errors.length > 0 ? `\non the page: ${errors.join('\n')}` : '';
    return `${reason}${reason.includes('on the page:') ? '' : seen}\nscreenshot: ${picture}`;
  } finally {
    await context.close();
  }
}

/** Warnings count as errors; that the browser could not load something is told by what the page makes of it. */
const isComplaint = (message: ConsoleMessage): boolean =>
  ['warning', 'error'].includes(message.type()) && !message.text().startsWith('Failed to load resource');

async function openPhone(
  page: Page,
  url: string,
  path = '',
  options: Record<string, string> = {},
): Promise<void> {
  const query = new URLSearchParams(options).toString();
  await page.goto('about:blank');
  await page.goto(`${url}/phone.html${query && `?${query}`}${path && `#${path}`}`);
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
}

async function photograph(page: Page, name: string): Promise<string> {
  await mkdir(picturesFolder, { recursive: true });
  const path = join(picturesFolder, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`);
  await page.screenshot({ path }).catch(() => undefined);
  return path;
}
