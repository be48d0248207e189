import { deepStrictEqual, ok } from 'node:assert';
import type { Page } from 'playwright-core';
import { becomes, pageData } from '../expect';
import type { Journey, Surroundings } from '../journey';

const book = '/packages/catalog/pages/book/index?bookId=9787301174821';
const results = `/packages/catalog/pages/results/index?query=${encodeURIComponent('中国')}`;
const arrivals = '/packages/catalog/pages/arrivals/index';
const row = '[class*=row-title]';

/** Each block of a page: the one action that brings it (none: it is there without), and what shows that it came. */
const blocks: readonly (readonly [page: string, path: string, action: string, content: string])[] = [
  ['home', '/pages/home/index', 'newArrivals', '.shelf-book:not(.shelf-bone)'],
  ['home', '/pages/home/index', 'today', '.branch-name'],
  ['search', '/pages/search/index', '', '.past-query'],
  ['results', results, 'search', row],
  ['book', book, 'book', '.copy'],
  ['classes', '/packages/catalog/pages/browse/index', '', '.class'],
  ['divisions', '/packages/catalog/pages/browse/index?clc=T', '', '.class'],
  ['arrivals', arrivals, 'newArrivals', row],
];

type Fate = 'hang' | 'fail';

/** Lets only one action of the cloud through; the others never answer, or fail. @returns the calls of that action. */
async function letOnly(page: Page, action: string, others: Fate): Promise<string[]> {
  const passed: string[] = [];
  await page.unroute('**/phone/call');
  await page.route('**/phone/call', async (route) => {
    const body = route.request().postData() ?? '';
    if (action !== '' && body.includes(`"action":"${action}"`)) {
      passed.push(body);
      await route.continue();
    } else if (others === 'fail') await route.abort();
  });
  return passed;
}

const alone = (others: Fate): readonly Journey[] =>
  blocks.map(([name, path, action, content]) => ({
    name: `budget: ${name} shows ${content} from ${action ? `one call (${action})` : 'no call'} while the others ${others}`,
    run: async ({ page, open }: Surroundings) => {
      const calls = await letOnly(page, action, others);
      await open(path);
      await page.locator(content).first().waitFor();
      deepStrictEqual(calls.length, action === '' ? 0 : 1);
    },
  }));

const fromStorage: Journey[] = blocks
  .filter(([, , action]) => action !== '')
  .map(([name, path, action, content]) => ({
    name: `budget: ${name} shows ${content} as last seen before the cloud answers (${action})`,
    run: async ({ page, open }: Surroundings) => {
      await open(path);
      await page.locator(content).first().waitFor();
      const seen = await page.locator(content).first().innerText();
      await letOnly(page, '', 'hang');
      await open(path);
      await page.locator(content).first().waitFor();
      deepStrictEqual(await page.locator(content).first().innerText(), seen);
    },
  }));

const mostBytes = 32 * 1024;

/** The setData calls since the phone was opened that are larger than allowed. */
async function tooLarge(page: Page): Promise<unknown[]> {
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByName('setData')
      .map((entry) => (entry as PerformanceMark).detail as { bytes: number }),
  );
  ok(sizes.length > 0);
  return sizes.filter(({ bytes }) => bytes > mostBytes);
}

const of300 = <T>(make: (index: number) => T): T[] => Array.from({ length: 300 }, (_, index) => make(index));

/** A book with 300 copies and 300 editions of long titles, as the library would answer it. */
async function giveEndlessBook(page: Page): Promise<void> {
  await page.route('**/phone/call', async (route) => {
    if (!(route.request().postData() ?? '').includes('"action":"book"')) return route.continue();
    const response = await route.fetch();
    const body = (await response.json()) as { result: { value: Record<'copies' | 'editions', object[]> } };
    const { value } = body.result;
    value.copies = of300((index) => ({ ...value.copies[0], barcode: `C${index}` }));
    value.editions = of300((index) => ({
      bookId: `E${index}`,
      title: `${index} ${'书'.repeat(190)}`,
      publisher: '北京大学出版社',
      year: 2000,
      language: 'zh',
    }));
    await route.fulfill({ json: body });
  });
}

const circulation = '/packages/circulation/pages';

/** Pages of what belongs to a card: whose, where, what shows that it is there, and all that a cold start asks for it. */
const ofCards: readonly (readonly [openid: string, path: string, content: string, asked: string])[] = [
  ['reader-9', '/pages/loans/index', '[class*=loan-title]', 'loans messages session'],
  ['reader-9', '/pages/me/index', '.pass-name', 'messages session today'],
  [
    'reader-9',
    '/packages/membership/pages/card/index',
    '.plate-number',
    'digitalCard messages session today',
  ],
  ['reader-4', `${circulation}/holds/index`, '.hold-title', 'holds messages session today'],
  ['reader-2', `${circulation}/fines/index`, '.owed-amount', 'fines messages session'],
];

const ofACard: readonly Journey[] = ofCards.map(([openid, path, content, asked]) => ({
  name: `budget: ${path} asks for ${asked}, and shows ${content} the next time before the cloud answers`,
  run: async ({ page, open }) => {
    const calls: string[] = [];
    page.on('request', (request) => {
      const [, action] = /"action":"(\w+)"/.exec(request.postData() ?? '') ?? [];
      if (request.url().endsWith('/phone/call') && action !== undefined) calls.push(action);
    });
    await open(path, { openid });
    await page.locator(content).first().waitFor();
    const seen = await page.locator(content).first().innerText();
    await page.waitForLoadState('networkidle');
    deepStrictEqual(calls.toSorted().join(' '), asked);
    deepStrictEqual(await tooLarge(page), []);
    await letOnly(page, '', 'hang');
    await open(path, { openid });
    await page.locator(content).first().waitFor();
    deepStrictEqual(await page.locator(content).first().innerText(), seen);
  },
}));

export const journeys: readonly Journey[] = [
  ...alone('hang'),
  ...alone('fail'),
  ...fromStorage,
  ...ofACard,
  {
    name: 'budget: no setData is larger than 32 KB, down a long list',
    run: async ({ page, open }) => {
      await open('/packages/catalog/pages/results/index?clc=I');
      await page.locator(row).first().waitFor();
      await becomes(async () => {
        await page.mouse.move(180, 500);
        await page.mouse.wheel(0, 6000);
        return (await pageData(page))['tail'];
      }, 'end');
      deepStrictEqual(await tooLarge(page), []);
    },
  },
  ...['/pages/home/index', '/pages/search/index', arrivals, '/packages/catalog/pages/browse/index'].map(
    (path): Journey => ({
      name: `budget: no setData is larger than 32 KB on ${path}`,
      run: async ({ page, open }) => {
        await open(path);
        await page.locator(`.branch-name, .past-query, ${row}, .class`).first().waitFor();
        deepStrictEqual(await tooLarge(page), []);
      },
    }),
  ),
  {
    name: 'budget: no setData is larger than 32 KB on a book of 300 copies and editions, unfolded to the end',
    run: async ({ page, open }) => {
      await giveEndlessBook(page);
      await open(book);
      for (const line of ['.copy', '.edition']) {
        await page.locator(line).first().waitFor();
        await becomes(async () => {
          const more = page.locator(`.card:has(> ${line}) .list-more`);
          if ((await more.count()) > 0) await more.click();
          return page.locator(line).count();
        }, 300);
      }
      deepStrictEqual(await tooLarge(page), []);
    },
  },
];
