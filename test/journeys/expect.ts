import { deepStrictEqual } from 'node:assert';
import type { Locator, Page } from 'playwright-core';

/** How long a journey waits for what is expected, in ms: long enough for a busy machine, as no journey is about time. */
export const patienceMs = 30_000;

/**
 * Waits until `read` gives `wanted`, and fails with both when it doesn't within `patienceMs`.
 * For what the page shows only after a while: poll, never sleep.
 */
export async function becomes<T>(read: () => Promise<T> | T, wanted: T): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await read();
    try {
      deepStrictEqual(seen, wanted);
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await new Promise((next) => void setTimeout(next, 25));
  }
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where an element is, in whole px. @throws Error when it isn't drawn. */
export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator.toString()} is not drawn`);
  const { x, y, width, height } = box;
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

export async function styleOf(locator: Locator, property: string): Promise<string> {
  return locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** The data of the page on top. */
export async function pageData(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const pages = getCurrentPages();
    return { ...(pages.at(-1)?.data as Record<string, unknown>) };
  });
}

/** The routes on the stack, the first page first. */
export async function routes(page: Page): Promise<string[]> {
  return page.evaluate(() => getCurrentPages().map(({ route }) => route));
}
