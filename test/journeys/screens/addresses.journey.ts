import { deepStrictEqual, strictEqual } from 'node:assert';
import { becomes, routes } from '../expect';
import type { Journey } from '../journey';

const home = 'pages/home/index';
const notFound = 'pages/not-found/index';
const browse = 'packages/catalog/pages/browse/index';

const leadsNowhere = (address: string): Journey => ({
  name: `addresses: ${address} says that there is no such page, and leads home`,
  run: async ({ page, open }) => {
    await open(address);
    await page.getByText('没有找到这一页').waitFor();
    deepStrictEqual(await routes(page), [notFound]);
    await page.locator('[class*=note-action]').click();
    await becomes(() => routes(page), [home]);
  },
});

export const journeys: readonly Journey[] = [
  ...[
    '/pages/nowhere',
    '%E4%B',
    '//',
    '/packages/catalog/pages/book',
    '/packages/catalog/pages/book/index',
    '?query=1',
  ].map(leadsNowhere),
  {
    name: 'addresses: a value that is cut in the middle of a character is searched for as it stands',
    run: async ({ page, open }) => {
      await open('/packages/catalog/pages/results/index?query=%E4%B');
      await page.getByText('没有“%E4%B”').waitFor();
      strictEqual(
        await page.locator('.field-input input, [class*=field-input] input').first().inputValue(),
        '%E4%B',
      );
    },
  },
  {
    name: 'addresses: an emoji cut in half by the longest query is left out',
    run: async ({ page, open }) => {
      await open('/pages/search/index');
      const field = page.locator('[class*=field-input]:visible input');
      await field.evaluate((input) => input.removeAttribute('maxlength'));
      await field.fill(`${'书'.repeat(199)}📚`);
      await field.press('Enter');
      await page.locator('[class*=note-title]:visible').waitFor();
      strictEqual((await page.locator('[class*=note-title]:visible').innerText()).includes('\ufffd'), false);
      strictEqual(page.url().includes('%25F0'), false);
    },
  },
  {
    name: 'addresses: one typed over a page that is open leads to it, or says that there is none',
    run: async ({ page, open }) => {
      await open();
      await page.evaluate((address) => void (location.hash = address), `/${browse}`);
      await becomes(() => routes(page), [browse]);
      await page.evaluate(() => void (location.hash = '/pages/nowhere'));
      await becomes(() => routes(page), [notFound]);
    },
  },
  {
    name: 'addresses: a dialog goes away with the page that it was opened on',
    run: async ({ page, open }) => {
      await open();
      await page.locator('.shortcut', { hasText: '分类浏览' }).click();
      await becomes(() => routes(page), [home, browse]);
      await page.goBack();
      await becomes(() => routes(page), [home]);
      await page.locator('.finder-scan').click();
      await page.locator('[role=dialog]').waitFor();
      await page.goForward();
      await becomes(() => routes(page), [home, browse]);
      strictEqual(await page.locator('[role=dialog]').count(), 0);
    },
  },
];
