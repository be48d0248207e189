import { strictEqual } from 'node:assert';
import { becomes, boxOf, pageData, styleOf } from '../expect';
import type { Journey, Surroundings } from '../journey';
import { serveGallery } from './gallery-site';

export const site = serveGallery;

const on = (
  path: string,
  name: string,
  run: (surroundings: Surroundings) => Promise<void>,
  options: Record<string, string> = {},
): Journey => ({
  name: `elements: ${name}`,
  run: async (surroundings) => {
    await surroundings.open(path, options);
    await run(surroundings);
  },
});

const elements = '/pages/elements/index';
const setData = (here: Surroundings, data: object) =>
  here.page.evaluate((values) => getCurrentPages().at(-1)?.setData(values), data);

export const journeys: readonly Journey[] = [
  on(
    '/pages/observers/index',
    'what comes in sight is told, with id and dataset; a margin may name one side',
    async ({ page }) => {
      const seen = async () => [...((await pageData(page))['seen'] as string[])].toSorted();
      const atOnce = ['early first 甲 in', 'early second 乙 in', 'plain first 甲 in'];
      await becomes(seen, atOnce);
      await page.locator('mp-page').evaluate((element) => element.scrollTo(0, 90));
      await becomes(seen, [...atOnce, 'plain second 乙 in']);
    },
  ),
  on(elements, 'rpx in a style attribute counts in the frame', async (here) => {
    strictEqual((await boxOf(here.page.locator('.bar'))).width, 150);
    await setData(here, { barWidth: 750 });
    await becomes(async () => (await boxOf(here.page.locator('.bar'))).width, 375);
    strictEqual((await boxOf(here.page.locator('.bar'))).height, 10);
  }),
  on(elements, 'a text shows its new content', async (here) => {
    await setData(here, { text: '后来' });
    await becomes(() => here.page.locator('.text').innerText(), '后来');
  }),
  on(elements, 'input, textarea and switch give values, and their events do not bubble', async ({ page }) => {
    await page.locator('.input input').fill('红楼梦');
    await page.locator('.textarea textarea').fill('两\n行');
    await page.locator('.switch').click();
    await page.locator('.text').click();
    await becomes(
      async () => {
        const { typed, note, on: isOn, bubbled } = await pageData(page);
        return { typed, note, isOn, bubbled };
      },
      { typed: '红楼梦', note: '两\n行', isOn: true, bubbled: '' },
    );
    strictEqual((await boxOf(page.locator('.input input'))).height, 44);
  }),
  on(elements, 'a swiper moves one page a drag', async ({ page }) => {
    const box = await boxOf(page.locator('.swiper'));
    strictEqual(box.height, 100);
    await page.mouse.move(300, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(60, box.y + 50, { steps: 8 });
    await page.mouse.up();
    await becomes(async () => (await pageData(page))['slide'], 1);
    await becomes(async () => (await boxOf(page.getByText('乙', { exact: true }).first())).x, 0);
  }),
  on(elements, 'a 2D canvas is found by a query, drawn on, and has its size', async ({ page }) => {
    const size = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const query = wx.createSelectorQuery().select('.canvas');
          query
            .fields({ node: true, size: true }, ({ node, width, height }) => {
              const canvas = node as HTMLCanvasElement;
              canvas.width = Number(width);
              canvas.height = Number(height);
              const context = canvas.getContext('2d');
              context?.fillRect(0, 0, 10, 10);
              const alpha = context?.getImageData(5, 5, 1, 1).data[3];
              resolve([width, height, alpha]);
            })
            .exec();
        }),
    );
    strictEqual(JSON.stringify(size), '[200,50,255]');
    strictEqual((await boxOf(page.locator('.canvas canvas'))).width, 200);
  }),
  on(elements, 'a scroll-view scrolls and says how far', async ({ page }) => {
    const scroller = page.locator('.scroller');
    strictEqual((await boxOf(scroller)).height, 100);
    await scroller.evaluate((view) => view.scrollTo(0, 60));
    await becomes(async () => (await pageData(page))['scrolled'], 60);
  }),
  on(elements, 'a picker takes its range as a list and gives the index', async ({ page }) => {
    await page.getByText('城市：未选').click();
    await page.getByText('温州').waitFor();
    await becomes(async () => (await boxOf(page.getByText('温州'))).y, 744);
    strictEqual((await boxOf(page.locator('.weui-picker'))).y, 539);
    await page.getByText('确定').click();
    await page.getByText('城市：杭州').waitFor();
  }),
  on(elements, 'a form collects its fields by name', async ({ page }) => {
    await page.locator('.card input').fill('2024001');
    await page.locator('.submit').click();
    await becomes(async () => (await pageData(page))['submitted'], '{"card":"2024001"}');
  }),
  on(elements, 'a behavior known by name gives its properties', async ({ page }) => {
    await becomes(() => page.locator('form-field').innerText(), '藏书');
  }),
  on(elements, 'positions count from the page area, visibility within it', async ({ page }) => {
    const top = await page.evaluate(
      () =>
        new Promise((resolve) => {
          wx.createSelectorQuery()
            .select('.bar')
            .boundingClientRect(({ top: y }) => resolve(y))
            .exec();
        }),
    );
    strictEqual(top, 0);
    strictEqual((await boxOf(page.locator('.bar'))).y, 88);
  }),
  on('/pages/styles/index', "a page's styles stay on that page", async ({ page }) => {
    await page.evaluate(() => wx.reLaunch({ url: '/pages/home/index' }));
    await page.getByText('首页内容').waitFor();
    strictEqual(await styleOf(page.locator('.title'), 'color'), 'rgb(200, 0, 0)');
    strictEqual(await styleOf(page.locator('mp-page'), 'background-color'), 'rgb(250, 247, 240)');
    await page.evaluate(() => wx.navigateTo({ url: '/pages/styles/index' }));
    const title = page.getByText('与首页同名的类');
    await title.waitFor();
    strictEqual(await styleOf(title, 'color'), 'rgb(31, 42, 46)');
    strictEqual(await styleOf(page.getByText('不该有字距'), 'letter-spacing'), 'normal');
    const shown = page.locator('mp-page:not([hidden])');
    strictEqual(await styleOf(shown, 'background-color'), 'rgb(1, 1, 1)');
  }),
  on('/pages/home/index', "a page's classes don't reach into a component; its own do", async ({ page }) => {
    const tally = page.locator('tally');
    const inner = tally.locator('mp-view');
    strictEqual(await styleOf(inner, 'letter-spacing'), 'normal');
    strictEqual(await styleOf(tally, 'margin-top'), '7px');
    strictEqual((await boxOf(inner)).width, 100);
    await inner.hover();
    await page.mouse.down();
    await becomes(() => styleOf(inner, 'background-color'), 'rgb(9, 8, 7)');
    await page.mouse.up();
    await becomes(() => styleOf(inner, 'background-color'), 'rgba(0, 0, 0, 0)');
    await becomes(() => inner.innerText(), '1 次');
  }),
  on('/pages/styles/index', 'vw and vh count in the page area', async ({ page }) => {
    const { width, height } = await boxOf(page.locator('.half'));
    strictEqual(width, 188);
    strictEqual(height, 72);
  }),
  on(
    '/pages/styles/index',
    'dark mode follows the phone, not the computer',
    async ({ page }) => {
      strictEqual(await styleOf(page.locator('.half'), 'color'), 'rgb(4, 5, 6)');
      const header = page.locator('#header');
      strictEqual(await styleOf(header, 'background-color'), 'rgb(22, 25, 26)');
      strictEqual(await styleOf(header, 'color'), 'rgb(255, 255, 255)');
      strictEqual(await page.evaluate(() => wx.getAppBaseInfo().theme), 'dark');
    },
    { theme: 'dark' },
  ),
];
