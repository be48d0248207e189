import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import { becomes, pageData, routes, styleOf } from '../expect';
import { tooSmall, tooWide } from '../geometry';
import type { Journey, Surroundings } from '../journey';

/** Every page of the mini program with an address that shows content, and what tells that it is there. */
const screens: readonly (readonly [name: string, path: string, content: string])[] = [
  ['home', '/pages/home/index', '.shelf-book:not(.shelf-bone)'],
  ['search', '/pages/search/index', '.past-query'],
  ['loans', '/pages/loans/index', '[class*=note-action]'],
  ['me', '/pages/me/index', '[class*=note-action]'],
  ['results', `/packages/catalog/pages/results/index?query=${encodeURIComponent('中国')}`, '.chip'],
  ['book', '/packages/catalog/pages/book/index?bookId=9787301174821', '.copy'],
  ['classes', '/packages/catalog/pages/browse/index', '.class'],
  ['divisions', '/packages/catalog/pages/browse/index?clc=T', '.class'],
  ['arrivals', '/packages/catalog/pages/arrivals/index', '.this-week'],
  ['bind', '/packages/membership/pages/bind/index', '.main-button'],
  ['desk code', '/packages/membership/pages/desk-code/index', '.main-button'],
  ['issue code', '/packages/staff/pages/issue-code/index', '.main-button'],
  ['become staff', '/packages/staff/pages/become/index', '.main-button'],
  ['loan marks', '/packages/staff/pages/marks/index', '.main-button'],
  ['desk fines', '/packages/staff/pages/fines/index', '.main-button'],
  ['unbind', '/packages/membership/pages/unbind/index', '[class*=note-action]'],
  ['card', '/packages/membership/pages/card/index', '[class*=note-action]'],
  ['application', '/packages/membership/pages/application/index', '.offer-gives'],
  ['apply', '/packages/membership/pages/apply/index', '.offer-gives'],
  ['term', '/packages/membership/pages/term/index', '[class*=note-action]'],
  ['privacy', '/packages/membership/pages/privacy/index', '.consent'],
  ['family', '/packages/membership/pages/family/index', '[class*=note-action]'],
  ['family invitation', '/packages/membership/pages/family-invite/index', '[class*=note-action]'],
  ['family consent', '/packages/membership/pages/family-consent/index', '[class*=note-action]'],
  ['loans of the family', '/packages/circulation/pages/family-loans/index?linkId=l', '[class*=note-action]'],
  ['access', '/packages/membership/pages/access/index', '[class*=note-title]'],
];

const fits = (width: number, options: Record<string, string>): readonly Journey[] =>
  screens.map(([name, path, content]) => ({
    name: `screens: ${name} fits ${width} px ${JSON.stringify(options)}`,
    viewport: { width, height: 700 },
    run: async ({ page, open }: Surroundings) => {
      await open(path, options);
      await page.locator(content).first().waitFor();
      deepStrictEqual(await tooWide(page), []);
      deepStrictEqual(await tooSmall(page), []);
    },
  }));

const opensCold: readonly Journey[] = screens
  .filter(([, path]) => path.startsWith('/packages/'))
  .map(([name, path, content]) => ({
    name: `screens: ${name} opens from a link and has a way home`,
    run: async ({ page, open }: Surroundings) => {
      await open(path);
      await page.locator(content).first().waitFor();
      await page.locator('[class*=way-home]:visible').first().click();
      await becomes(() => routes(page), ['pages/home/index']);
    },
  }));

/** Lets one action of the cloud fail as if the network broke, until it is told to stop. */
async function breakAction(page: Page, action: string): Promise<() => Promise<void>> {
  await page.route('**/phone/call', (route) =>
    (route.request().postData() ?? '').includes(`"${action}"`) ? route.abort() : route.continue(),
  );
  return () => page.unroute('**/phone/call');
}

export const journeys: readonly Journey[] = [
  ...fits(320, {}),
  ...fits(320, { font: '23.8' }),
  ...fits(430, { theme: 'dark' }),
  ...opensCold,
  {
    name: 'screens: each block of home fails alone and comes back with a tap',
    run: async ({ page, open }) => {
      const mend = await breakAction(page, 'newArrivals');
      await open();
      await page.locator('.branch-name').first().waitFor();
      const retry = page.locator('.shelf [class*=note-action]');
      await retry.waitFor();
      await mend();
      await retry.click();
      await page.locator('.shelf-book:not(.shelf-bone)').first().waitFor();
    },
  },
  {
    name: 'screens: offline, what was seen stands there and says from when it is',
    run: async ({ page, open }) => {
      const book = '/packages/catalog/pages/book/index?bookId=9787301174821';
      for (const path of ['/pages/home/index', book]) {
        await open(path);
        await page.locator('.copy, .branch-name').first().waitFor();
      }
      for (const path of ['/pages/home/index', book]) {
        await open(path, { network: 'none' });
        await page.locator('.out-of-date').waitFor();
        ok((await page.locator('.copy, .branch-name').count()) > 0);
      }
    },
  },
  {
    name: 'screens: a book that was never seen says offline that it cannot be reached, and retries',
    run: async ({ page, open }) => {
      await open('/packages/catalog/pages/book/index?bookId=9787301174821', { network: 'none' });
      await page.getByText('连不上图书馆').waitFor();
      await becomes(async () => (await pageData(page))['status'], 'failed');
    },
  },
  {
    name: 'screens: dark follows the system, from the page to the sheet',
    run: async ({ page, open }) => {
      await open('/packages/catalog/pages/book/index?bookId=9787301174821', { theme: 'dark' });
      await page.locator('.foot-find').click();
      await page.locator('[class*=find-copy]:visible').waitFor();
      strictEqual(await styleOf(page.locator('.screen'), 'background-color'), 'rgb(22, 25, 26)');
      strictEqual(
        await styleOf(page.locator('[class*=van-popup--bottom]'), 'background-color'),
        'rgb(31, 36, 37)',
      );
    },
  },
  {
    name: 'screens: type follows care mode',
    run: async ({ page, open }) => {
      await open('/packages/catalog/pages/book/index?bookId=9787301174821', { font: '23.8' });
      await page.locator('.copy-place').first().waitFor();
      strictEqual(await styleOf(page.locator('.copy-place').first(), 'font-size'), '21px');
    },
  },
];
