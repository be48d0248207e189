import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { becomes, boxOf, pageData, routes } from '../expect';
import type { Journey, Surroundings } from '../journey';
import { serveGallery } from './gallery-site';

export const site = serveGallery;

const home = 'pages/home/index';
const second = 'pages/second/index';
const detail = 'packages/extra/pages/detail/index';

const from = (
  path: string,
  name: string,
  run: (surroundings: Surroundings) => Promise<void>,
  more: Partial<Journey> = {},
): Journey => ({
  name: `pages: ${name}`,
  ...more,
  run: async (surroundings) => {
    await surroundings.open(path);
    await run(surroundings);
  },
});

const go = (
  { page }: Surroundings,
  api: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab',
  url: string,
) =>
  page.evaluate(
    async ([name, address]) => {
      try {
        await (wx[name] as (options: { url: string }) => Promise<unknown>)({ url: address });
        return 'ok';
      } catch (error) {
        return (error as { errMsg: string }).errMsg;
      }
    },
    [api, url] as const,
  );

const journal = ({ page }: Surroundings) =>
  page.evaluate(() => getApp<{ journal: string[] }>().journal.splice(0));

/** Drags with the mouse, slowly enough for a finger. */
async function drag({ page }: Surroundings, fromY: number, toY: number): Promise<void> {
  await page.mouse.move(180, fromY);
  await page.mouse.down();
  await page.mouse.move(180, (fromY + toY) / 2, { steps: 4 });
  await page.mouse.move(180, toY, { steps: 4 });
  await page.mouse.up();
}

export const journeys: readonly Journey[] = [
  from('', 'life cycles come in the order of WeChat, `ready` too', async (here) => {
    await becomes(
      async () => (await journal(here)).join(' | '),
      [
        `app onLaunch ${home}`,
        'app onShow',
        'component attached',
        'home onLoad {}',
        'home onShow',
        'component page show',
        'component ready',
        'home onReady',
      ].join(' | '),
    );
    await go(here, 'navigateTo', `/${detail}?id=3`);
    await here.page.getByText('编号 3').waitFor();
    deepStrictEqual(await journal(here), ['home onHide', 'component page hide', 'detail onLoad 3']);
    await here.page.locator('#back').click();
    await becomes(() => routes(here.page), [home]);
    deepStrictEqual(await journal(here), ['detail onUnload', 'home onShow', 'component page show']);
  }),
  from('', 'a subpackage page opens through a navigator, its query unharmed', async ({ page }) => {
    await page.getByText('去详情').click();
    await page.getByText('编号 3 中文').waitFor();
    await becomes(() => routes(page), [home, detail]);
    strictEqual(await page.locator('#title').innerText(), '详情');
    strictEqual(await page.locator('#tab-bar').isVisible(), false);
    await page.goBack();
    await becomes(() => routes(page), [home]);
    await page.goForward();
    await becomes(() => routes(page), [home, detail]);
    strictEqual(await page.locator('.title').filter({ visible: true }).innerText(), '编号 3 中文');
  }),
  from('', 'the tab bar keeps its pages, a store keeps its state', async (here) => {
    const { page } = here;
    await page.locator('tally mp-view').click();
    await page.locator('#tab-bar').getByText('第二页').click();
    await becomes(() => page.locator('.count').innerText(), '1 与 2');
    await page.locator('.add').click();
    await becomes(() => page.locator('.count').innerText(), '2 与 4');
    await page.locator('#tab-bar').getByText('首页').click();
    await becomes(() => page.locator('tally').innerText(), '2 次');
    await becomes(() => routes(page), [home]);
    strictEqual((await journal(here)).filter((line) => line.startsWith('home onLoad')).length, 1);
    const bar = await boxOf(page.locator('#tab-bar'));
    strictEqual(bar.y + bar.height, 812);
    strictEqual(bar.height, 83);
  }),
  from('', 'navigation is refused as in WeChat', async (here) => {
    strictEqual(
      await go(here, 'navigateTo', '/pages/none'),
      'navigateTo:fail page "pages/none" is not found',
    );
    strictEqual(
      await go(here, 'navigateTo', `/${second}`),
      'navigateTo:fail can not navigateTo a tabbar page',
    );
    strictEqual(
      await go(here, 'redirectTo', `/${second}`),
      'redirectTo:fail can not redirectTo a tabbar page',
    );
    strictEqual(await go(here, 'switchTab', `/${detail}`), 'switchTab:fail can not switch to no-tabBar page');
    for (let depth = 2; depth <= 10; depth++) strictEqual(await go(here, 'navigateTo', `/${detail}`), 'ok');
    strictEqual(await go(here, 'navigateTo', `/${detail}`), 'navigateTo:fail webview count limit exceed');
    strictEqual((await routes(here.page)).length, 10);
    await here.page.evaluate(() => wx.navigateBack({ delta: 20 }));
    await becomes(() => routes(here.page), [home]);
  }),
  from('', 'redirectTo replaces, reLaunch and switchTab clear', async (here) => {
    await go(here, 'navigateTo', `/${detail}?id=1`);
    await go(here, 'redirectTo', '/pages/scroll/index');
    deepStrictEqual(await routes(here.page), [home, 'pages/scroll/index']);
    await go(here, 'reLaunch', `/${detail}?id=2`);
    deepStrictEqual(await routes(here.page), [detail]);
    await go(here, 'switchTab', `/${second}`);
    deepStrictEqual(await routes(here.page), [second]);
    match(here.page.url(), /#\/pages\/second\/index$/);
  }),
  from(`/${detail}?id=9`, 'a page opened cold has a way home', async ({ page }) => {
    await page.getByText('编号 9').waitFor();
    strictEqual(await page.locator('#back').isVisible(), false);
    await page.locator('#home').click();
    await becomes(() => routes(page), [home]);
    strictEqual(await page.locator('#home').isVisible(), false);
  }),
  from('/pages/nowhere', 'an address that is no page opens the home page and says so', async ({ page }) => {
    await page.getByText('没有这个页面：pages/nowhere').waitFor();
    deepStrictEqual(await routes(page), [home]);
  }),
  from('/pages/scroll/index', 'pulling down at the top refreshes until it is stopped', async (here) => {
    const { page } = here;
    const content = page.locator('mp-page');
    await drag(here, 150, 190);
    strictEqual((await pageData(page))['refreshed'], 0);
    await drag(here, 150, 350);
    await becomes(async () => (await pageData(page))['refreshed'], 1);
    strictEqual((await boxOf(content)).y, 88 + 50);
    strictEqual(await page.locator('.pull-down').isVisible(), true);
    await page.evaluate(() => wx.stopPullDownRefresh());
    await becomes(async () => (await boxOf(content)).y, 88);
    await page.evaluate(() => wx.startPullDownRefresh());
    await becomes(async () => (await pageData(page))['refreshed'], 2);
  }),
  from('/pages/scroll/index', 'reaching the bottom is told once per arrival', async ({ page }) => {
    const toEnd = () =>
      page.locator('mp-page').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await toEnd();
    await becomes(async () => (await pageData(page))['reached'], 1);
    await becomes(async () => Number((await pageData(page))['top']) > 700, true);
    await page.getByText('第 31 行').waitFor();
    await toEnd();
    await becomes(async () => (await pageData(page))['reached'], 2);
    const fixed = await boxOf(page.locator('.fixed'));
    strictEqual(fixed.y + fixed.height, 812);
    strictEqual(fixed.height, 40);
  }),
  from(
    '/pages/custom/index',
    'a custom navigation bar leaves the whole screen to the page',
    async ({ page }) => {
      const top = await boxOf(page.locator('.top'));
      deepStrictEqual([top.y, top.height], [0, 812]);
      strictEqual(await page.locator('#title').isVisible(), false);
      strictEqual(await page.locator('#capsule').isVisible(), true);
      const capsule = await page.evaluate(() => wx.getMenuButtonBoundingClientRect());
      deepStrictEqual([capsule.top, capsule.width, capsule.height, capsule.right], [50, 87, 32, 368]);
    },
  ),
  from('', 'sharing shows the card and opens it', async ({ page }) => {
    await page.locator('#menu').click();
    await page.getByText('转发给朋友').click();
    await page.getByText('一本好书').waitFor();
    await page.getByText('/packages/extra/pages/detail/index?id=7').waitFor();
    await page.getByText('从卡片打开').click();
    await page.getByText('编号 7').waitFor();
    await becomes(() => routes(page), [detail]);
  }),
  from(
    '',
    'a page that fails in a handler stays alive',
    async ({ page }) => {
      await page.evaluate(() => {
        const [top] = getCurrentPages();
        if (top)
          top.onHide = () => {
            throw new Error('on purpose');
          };
      });
      await page.locator('#tab-bar').getByText('第二页').click();
      await becomes(() => routes(page), [second]);
    },
    { expectsPageErrors: true },
  ),
];
