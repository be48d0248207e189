import { deepStrictEqual, strictEqual } from 'node:assert';
import { becomes, routes } from '../expect';
import type { Journey } from '../journey';

const home = 'pages/home/index';
const arrivals = 'packages/catalog/pages/arrivals/index';
const book = 'packages/catalog/pages/book/index';
const oneBook = `/${book}?bookId=9787301174821`;

/** Drags the page down from its top, slowly enough for a finger, and lets go. */
const pull: Journey['run'] = async ({ page }) => {
  await page.mouse.move(180, 150);
  await page.mouse.down();
  await page.mouse.move(180, 250, { steps: 4 });
  await page.mouse.move(180, 350, { steps: 4 });
  await page.mouse.up();
};

const refreshes = (path: string, action: string, content: string): Journey => ({
  name: `ways: pulling ${path} down asks the library again, and lets go`,
  run: async (here) => {
    const { page, open } = here;
    await open(path);
    await page.locator(content).first().waitFor();
    let calls = 0;
    page.on('request', (request) => {
      if ((request.postData() ?? '').includes(`"action":"${action}"`)) calls += 1;
    });
    await pull(here);
    await becomes(() => calls, 1);
    await page.locator('.pull-down').waitFor({ state: 'hidden' });
  },
});

export const journeys: readonly Journey[] = [
  {
    name: 'ways: a shared book says its title and opens cold as that book',
    run: async ({ page, open }) => {
      await open(oneBook);
      await page.locator('.foot-share').click();
      await page.getByText('《乡土中国》在馆里').waitFor();
      strictEqual(await page.locator('.share-card code').innerText(), oneBook);
      await page.getByText('从卡片打开').click();
      await becomes(() => routes(page).catch(() => []), [book]);
      await becomes(() => page.locator('.record-title').allInnerTexts(), ['乡土中国']);
    },
  },
  {
    name: "ways: the browser's back and forward go through the pages and show what was there",
    run: async ({ page, open }) => {
      await open();
      await page.locator('.heading-more').first().click();
      await page.locator('[class*=row-title]:visible').first().click();
      await becomes(() => routes(page), [home, arrivals, book]);
      const title = await page.locator('.record-title:visible').innerText();
      await page.goBack();
      await becomes(() => routes(page), [home, arrivals]);
      await page.goBack();
      await becomes(() => routes(page), [home]);
      await page.goForward();
      await becomes(() => routes(page), [home, arrivals]);
      await page.goForward();
      await becomes(() => routes(page), [home, arrivals, book]);
      await becomes(() => page.locator('.record-title:visible').allInnerTexts(), [title]);
    },
  },
  {
    name: 'ways: a shortcut that is tapped twice at once opens its page once',
    run: async ({ page, open }) => {
      await open();
      await page.evaluate(() => {
        const [top] = getCurrentPages().slice(-1) as unknown as [{ openArrivals: () => void }];
        top.openArrivals();
        top.openArrivals();
      });
      await page.locator('[class*=row-title]:visible').first().waitFor();
      await page.goBack();
      await becomes(() => routes(page), [home]);
    },
  },
  {
    name: 'ways: the new books grow to their end, none twice',
    run: async ({ page, open }) => {
      await open(`/${arrivals}`);
      await page.locator('[class*=row-title]').first().waitFor();
      await becomes(async () => {
        await page.mouse.move(180, 500);
        await page.mouse.wheel(0, 6000);
        return page.getByText('到底了').count();
      }, 1);
      const works = await page.evaluate(() => {
        const [top] = getCurrentPages().slice(-1);
        const { chunks } = (top?.data ?? { chunks: [] }) as { chunks: { rows: { workId: string }[] }[] };
        return chunks.flatMap(({ rows }) => rows.map(({ workId }) => workId));
      });
      deepStrictEqual(new Set(works).size, works.length);
    },
  },
  refreshes(`/${home}`, 'newArrivals', '.shelf-book:not(.shelf-bone)'),
  refreshes(oneBook, 'book', '.copy'),
  refreshes(`/${arrivals}`, 'newArrivals', '[class*=row-title]'),
];
