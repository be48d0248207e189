import { ok, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import { becomes, pageData, routes } from '../expect';
import type { Journey } from '../journey';

const home = 'pages/home/index';
const search = 'pages/search/index';
const results = 'packages/catalog/pages/results/index';
const book = 'packages/catalog/pages/book/index';

const field = (page: Page) => page.locator('[class*=field-input]:visible input');
const titles = (page: Page) => page.locator('[class*=row-title]:visible').allInnerTexts();
const firstTitle = async (page: Page): Promise<string> => {
  await page.locator('[class*=row-title]:visible').first().waitFor();
  return (await titles(page))[0] ?? '';
};
const chip = (page: Page, label: string) => page.locator('.chip:visible', { hasText: label });

const findsFirst = (name: string, query: string, title: string): Journey => ({
  name: `find: ${name}: ${query}`,
  run: async ({ page, open }) => {
    await open(`/${results}?query=${encodeURIComponent(query)}`);
    strictEqual(await firstTitle(page), title);
  },
});

export const journeys: readonly Journey[] = [
  {
    name: 'find: from home through the field to a book, and back',
    run: async ({ page, open }) => {
      await open();
      await page.locator('.finder-field').click();
      await becomes(() => routes(page), [search]);
      // The keyboard comes up by itself: what is typed now reaches the field.
      await becomes(() => field(page).evaluate((input) => input === document.activeElement), true);
      await page.keyboard.type('乡土中国');
      await page.keyboard.press('Enter');
      strictEqual(await firstTitle(page), '乡土中国');
      await page.locator('[class*=row-title]:visible').first().click();
      await page.locator('.record-title:visible').waitFor();
      strictEqual(await page.locator('.record-title:visible').innerText(), '乡土中国');
      ok((await page.locator('.copy:visible').count()) > 0);
      await becomes(() => routes(page), [search, results, book]);
      await page.locator('#back').click();
      await page.locator('#back').click();
      await becomes(() => page.locator('.past-query:visible').allInnerTexts(), ['乡土中国']);
    },
  },
  findsFirst('by pinyin', 'xiangtuzhongguo', '乡土中国'),
  findsFirst('in traditional characters', '鄉土中國', '乡土中国'),
  findsFirst('with a wrong character', '乡土中囯', '乡土中国'),
  findsFirst('by ISBN with hyphens', '978-7-301-17482-1', '乡土中国'),
  {
    name: 'find: a completion while typing is searched for',
    run: async ({ page, open }) => {
      await open(`/${search}`);
      await field(page).fill('乡土中');
      await page.locator('[class*=suggestion-text]:visible', { hasText: '乡土中国' }).first().click();
      strictEqual(await firstTitle(page), '乡土中国');
    },
  },
  {
    name: 'find: a facet narrows, a sort orders, clearing widens again',
    run: async ({ page, open }) => {
      await open(`/${results}?query=${encodeURIComponent('中国')}`);
      await firstTitle(page);
      const before = String((await pageData(page))['count']);
      await chip(page, '现在可借').click();
      await becomes(async () => (await pageData(page))['isNarrowed'], true);
      await becomes(
        async () =>
          (await page.locator('[class*=row-availability]:visible').allInnerTexts()).every((line) =>
            line.includes('可借'),
          ),
        true,
      );
      await chip(page, '最相关').click();
      await page.locator('[class*=choice-label]:visible', { hasText: '最新出版' }).click();
      await becomes(async () => {
        const lines = await page.locator('[class*=row-words]:visible').allInnerTexts();
        const years = lines.map((line) => Number(/ · (\d{4})\b/.exec(line)?.[1] ?? 0));
        return (
          years.length > 1 && years.every((year, index) => index === 0 || year <= (years[index - 1] ?? 0))
        );
      }, true);
      await page.locator('.clear:visible').click();
      await becomes(async () => (await pageData(page))['count'], before);
    },
  },
  {
    name: 'find: a scanned ISBN opens its book; another bar code says what to scan',
    run: async ({ page, open }) => {
      await open();
      await page.locator('.finder-scan').click();
      await page.locator('[role=dialog] input').fill('6901234567892');
      await page.locator('[role=dialog] button', { hasText: '确定' }).click();
      await page.getByText('这不是图书的 ISBN 条码').waitFor();
      await page.locator('.finder-scan').click();
      await page.locator('[role=dialog] input').fill('9787301174821');
      await page.locator('[role=dialog] button', { hasText: '确定' }).click();
      await becomes(() => page.locator('.record-title:visible').allInnerTexts(), ['乡土中国']);
      await becomes(() => routes(page), [home, book]);
    },
  },
  {
    name: 'find: through the classes to a list that grows to its end, without a book twice',
    run: async ({ page, open }) => {
      await open();
      await page.locator('.shortcut', { hasText: '分类浏览' }).click();
      await page.locator('.class-name:visible', { hasText: '数理科学和化学' }).click();
      await page.locator('.class-name:visible', { hasText: '全部数理科学和化学' }).click();
      await firstTitle(page);
      await becomes(async () => {
        await page.mouse.move(180, 500);
        await page.mouse.wheel(0, 6000);
        return (await pageData(page))['tail'];
      }, 'end');
      const { chunks, count } = (await pageData(page)) as {
        chunks: { rows: { workId: string }[] }[];
        count: string;
      };
      const works = chunks.flatMap(({ rows }) => rows.map(({ workId }) => workId));
      strictEqual(new Set(works).size, works.length);
      strictEqual(count, `找到 ${works.length} 种`);
    },
  },
  {
    name: 'find: lifting the class of a list asks for words under its own title; a facet alone is browsed',
    run: async ({ page, open }) => {
      await open(`/${results}?clc=I`);
      await firstTitle(page);
      await becomes(() => page.title(), '文学');
      await chip(page, '文学').click();
      await page.locator('[class*=choice-label]:visible', { hasText: '不限' }).click();
      await page.getByText('输入书名、作者或 ISBN').waitFor();
      await becomes(() => page.title(), '查书');
      await chip(page, '现在可借').click();
      await firstTitle(page);
    },
  },
  {
    name: 'find: a search from a class stands under its own title',
    run: async ({ page, open }) => {
      await open(`/${results}?clc=I`);
      await firstTitle(page);
      await field(page).fill('物理');
      await field(page).press('Enter');
      await becomes(() => page.title(), '查书');
    },
  },
  {
    name: 'find: nothing says so, and shows a way on',
    run: async ({ page, open }) => {
      await open(`/${results}?query=${encodeURIComponent('绝无此书籍名')}`);
      await page.getByText('没有“绝无此书籍名”').waitFor();
      await page.locator('.way:visible', { hasText: '按分类找找' }).click();
      await page.getByText('中国图书馆分类法').waitFor();
    },
  },
  {
    name: 'find: a call number that may not be copied is said in words',
    run: async ({ page, open }) => {
      await open(`/${book}?bookId=9787301174821`);
      await page.locator('.foot-find').click();
      await page.locator('[class*=find-copy]:visible').click();
      await page.locator('[role=dialog] button', { hasText: '拒绝' }).click();
      await page.getByText('没能复制').waitFor();
    },
  },
  {
    name: 'find: the call number of a free copy is on the clipboard after a tap',
    run: async ({ page, open }) => {
      await open(`/${book}?bookId=9787301174821`);
      await page.locator('.foot-find').click();
      await page.locator('[class*=find-copy]:visible').click();
      await page.locator('[role=dialog] button', { hasText: '同意' }).click();
      await page.getByText('内容已复制').waitFor();
      strictEqual((await page.evaluate(() => wx.getClipboardData())).data, 'C912.82/25');
    },
  },
];
