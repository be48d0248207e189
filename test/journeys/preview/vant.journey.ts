import { strictEqual } from 'node:assert';
import { becomes, boxOf, pageData, styleOf } from '../expect';
import type { Journey, Surroundings } from '../journey';
import { serveGallery } from './gallery-site';

export const site = serveGallery;

const vant = (
  name: string,
  run: (surroundings: Surroundings) => Promise<void>,
  more: Partial<Journey> = {},
): Journey => ({
  name: `vant: ${name}`,
  ...more,
  run: async (surroundings) => {
    await surroundings.open('/pages/vant/index');
    await run(surroundings);
  },
});

const last = ({ page }: Surroundings) => page.locator('.last').innerText();

export const journeys: readonly Journey[] = [
  vant('a grid of three shares the width, which needs `ready`', async ({ page }) => {
    const items = page.locator('van-grid-item');
    for (const [index, x] of [0, 125, 250].entries()) {
      const box = await boxOf(items.nth(index).locator('mp-view').first());
      strictEqual(box.x, x);
      strictEqual(box.width, 125);
    }
  }),
  vant('an icon has its size and the font is there, without a network', async ({ page }) => {
    const icon = page
      .locator('van-icon')
      .filter({ visible: true })
      .nth(3)
      .locator('[class*=van-icon]')
      .first();
    strictEqual(await styleOf(icon, 'font-size'), '40px');
    strictEqual(await page.evaluate(() => document.fonts.check('16px vant-icon')), true);
  }),
  vant('a field keeps what is typed, through blur', async ({ page }) => {
    await page.getByPlaceholder('请输入').fill('王小明');
    await page.locator('.last').click();
    await becomes(async () => (await pageData(page))['field'], '王小明');
    strictEqual(await page.getByPlaceholder('请输入').inputValue(), '王小明');
  }),
  vant('a textarea keeps what is typed: blur and change stay at their element', async ({ page }) => {
    const note = page.locator('van-field textarea');
    await note.fill('第一行');
    await page.locator('.last').click();
    await becomes(async () => (await pageData(page))['note'], '第一行');
    strictEqual(await note.inputValue(), '第一行');
  }),
  vant('a button opens once, and neither a leaking click nor its `dataset` disturbs', async (here) => {
    await here.page.evaluate(() => {
      const page = getCurrentPages()[0] as unknown as { open: (event: object) => void; opened: number };
      const { open } = page;
      page.opened = 0;
      page.open = (event) => {
        page.opened += 1;
        open.call(page, event);
      };
    });
    await here.page.getByText('开面板').click();
    await here.page.getByText('甲', { exact: true }).waitFor();
    strictEqual(
      await here.page.evaluate(() => (getCurrentPages()[0] as unknown as { opened: number }).opened),
      1,
    );
    await here.page.getByText('乙', { exact: true }).click();
    await becomes(() => last(here), 'action 乙');
  }),
  vant('a picker shows its columns in place and gives the chosen value', async (here) => {
    const { page } = here;
    await page.getByText('开选择器').click();
    const columns = page.locator('van-picker [class*=picker__columns]').first();
    await becomes(async () => (await boxOf(columns)).y + (await boxOf(columns)).height, 778);
    strictEqual((await boxOf(columns)).height, 264);
    const area = await boxOf(columns);
    const item = await boxOf(page.getByText('宁波'));
    strictEqual(item.y >= area.y && item.y + item.height <= area.y + area.height, true);
    strictEqual(item.width > 300, true);
    await page.getByText('宁波').click();
    await page.locator('van-picker').getByText('确认').click();
    await becomes(() => last(here), 'picked 宁波');
  }),
  vant('a calendar draws its weeks and gives the chosen day', async (here) => {
    const { page } = here;
    await page.getByText('开日历').click();
    const calendar = page.locator('van-calendar');
    await calendar.getByText('2026年1月').first().waitFor();
    const day = calendar.getByText('15', { exact: true }).first();
    const eighth = calendar.getByText('8', { exact: true }).first();
    const sixteenth = calendar.getByText('16', { exact: true }).first();
    await becomes(async () => (await boxOf(day)).y - (await boxOf(eighth)).y, 64);
    const step = (await boxOf(sixteenth)).x - (await boxOf(day)).x;
    strictEqual(step >= 53 && step <= 54, true);
    await calendar.getByText('20', { exact: true }).first().click();
    await calendar.getByText('确定').click();
    await becomes(() => last(here), 'day 20');
  }),
  vant('the header of a calendar names the month that is scrolled to', async ({ page }) => {
    await page.getByText('开日历').click();
    const month = page.locator('van-calendar [class*=header-subtitle]');
    await becomes(() => month.innerText(), '2026年1月');
    const body = page.locator('[class*=calendar__body]');
    await becomes(async () => (await boxOf(body)).y < 400, true);
    await body.hover();
    for (let step = 0; step < 8; step++) await page.mouse.wheel(0, 50);
    await becomes(() => month.innerText(), '2026年2月');
  }),
  vant('a dialog asks and resolves', async (here) => {
    await here.page.getByText('开对话框').click();
    await here.page.getByText('来自对话框').waitFor();
    await here.page.locator('van-dialog taro-button-core').filter({ hasText: '确认' }).click();
    await becomes(() => last(here), 'confirmed');
  }),
  vant('rate, switch and slider take a tap and a drag of the mouse', async (here) => {
    const { page } = here;
    await page.locator('van-rate van-icon').nth(4).click();
    await becomes(() => last(here), 'rate 5');
    await page.locator('van-switch [class*=van-switch]').first().click();
    await becomes(() => last(here), 'on true');
    const bar = await boxOf(page.locator('.slider'));
    const middle = bar.y + bar.height / 2;
    await page.mouse.move(bar.x + bar.width / 2, middle);
    await page.mouse.down();
    await page.mouse.move(bar.x + bar.width * 0.7, middle, { steps: 4 });
    await page.mouse.move(bar.x + bar.width - 16, middle, { steps: 4 });
    await page.mouse.up();
    await becomes(() => last(here), 'slider 100');
  }),
  vant("a page's own rule reaches Vant, which sets addGlobalClass at run time", async ({ page }) => {
    const cell = page.locator('van-cell [class*="van-cell"]').first();
    strictEqual(await styleOf(cell, 'background-color'), 'rgb(250, 240, 230)');
    strictEqual((await boxOf(cell)).height, 44);
  }),
];
