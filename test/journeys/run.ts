import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './find-chromium';
import type { JourneyFile, Site } from './journey';
import { serveLibrary } from './library-site';
import { runJourney } from './run-journey';

interface Totals {
  passed: number;
  failed: number;
}

/**
 * `npm run test:journeys [-- WORD]` drives the preview in Chromium: every journey of every `*.journey.ts` whose file
 * or name contains WORD. One line per journey, `N passed, N failed` at the end; exit code 0 only if none failed.
 */
async function main(word = ''): Promise<number> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  const totals: Totals = { passed: 0, failed: 0 };
  try {
    for (const path of await journeyFiles()) await runFile(browser, path, word, totals);
  } finally {
    await browser.close();
  }
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}

async function runFile(browser: Browser, path: string, word: string, totals: Totals): Promise<void> {
  const { journeys, site } = (await import(path)) as JourneyFile;
  const name = relative(__dirname, path);
  const chosen = journeys.filter((journey) => `${name} ${journey.name}`.includes(word));
  if (chosen.length === 0) return;
  const served: Site = await (site ?? serveLibrary)();
  try {
    for (const journey of chosen) {
      const fault = await runJourney(browser, served.url, journey, site === undefined);
      console.log(`${fault === null ? 'ok    ' : 'FAILED'} ${journey.name}`);
      if (fault === null) totals.passed += 1;
      else {
        totals.failed += 1;
        console.log(fault.replace(/^/gm, '       '));
      }
    }
  } finally {
    await served.close();
  }
}

async function journeyFiles(): Promise<string[]> {
  const files = await readdir(__dirname, { recursive: true });
  return files
    .filter((file) => file.endsWith('.journey.ts'))
    .toSorted()
    .map((file) => join(__dirname, file));
}

main(process.argv[2]).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
