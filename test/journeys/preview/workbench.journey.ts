import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { startCloud } from '../../../local/cloud/start-cloud';
import { becomes, boxOf } from '../expect';
import type { Journey, Site } from '../journey';
import { buildGallery } from './gallery-site';

/** The workbench around the gallery, on a real embedded cloud with three books in it. */
export async function site(): Promise<Site> {
  const { out, remove } = await buildGallery();
  const dataFolder = await mkdtemp(join(tmpdir(), 'workbench-'));
  const cloud = await startCloud({ dataFolder, port: 0, staticFolder: out });
  const books = [1, 2, 3].map((number) =>
    JSON.stringify({ _id: `b${number}`, title: `书${number}`, year: 1980 + number }),
  );
  await fetch(`${cloud.url}/workbench/collections/books/import?mode=upsert`, {
    method: 'POST',
    body: books.join('\n'),
  });
  return {
    url: cloud.url,
    close: async () => {
      await cloud.close();
      await Promise.all([remove(), rm(dataFolder, { recursive: true, force: true })]);
    },
  };
}

const workbench = (
  name: string,
  run: (page: Page, url: string) => Promise<void>,
  more: Partial<Journey> = {},
): Journey => ({
  name: `workbench: ${name}`,
  viewport: { width: 1440, height: 900 },
  ...more,
  run: async ({ page, url }) => {
    await page.goto(`${url}/`);
    await readyPhone(page);
    await run(page, url);
  },
});

/** The phone's frame, once its mini program runs. */
async function readyPhone(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().includes('phone.html'));
  await becomes(async () => {
    const ready = await find()
      ?.evaluate(() => document.documentElement.dataset['ready'])
      .catch(() => undefined);
    return ready;
  }, 'true');
  const frame = find();
  if (!frame) throw new Error('the workbench has no phone');
  return frame;
}

async function openBooks(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '数据库' }).click();
  await page.locator('.collections button[title=books]').click();
  await page.locator('.record').first().waitFor();
}

export const journeys: readonly Journey[] = [
  workbench('another person gets a fresh phone on the same page', async (page) => {
    const phone = await readyPhone(page);
    await phone.evaluate(() => wx.navigateTo({ url: '/pages/scroll/index' }));
    await page.getByRole('radio', { name: '访客二' }).click();
    await page.waitForFunction(() =>
      (document.querySelector('iframe')?.contentWindow?.location.search ?? '').includes('visitor-2'),
    );
    const fresh = await readyPhone(page);
    match(fresh.url(), /openid=visitor-2.*#\/pages\/scroll\/index$/);
    await becomes(
      () => fresh.evaluate(() => getCurrentPages().map(({ route }) => route)),
      ['pages/scroll/index'],
    );
  }),
  workbench('width, theme, type size and network reach the phone', async (page) => {
    const phone = await readyPhone(page);
    await page.getByRole('radio', { name: '320' }).click();
    await becomes(() => phone.evaluate(() => wx.getWindowInfo().windowWidth), 320);
    strictEqual((await boxOf(page.locator('#phone'))).height, 568 + 20);
    await phone.evaluate(() => wx.onThemeChange(({ theme }) => Reflect.set(window, 'seen', theme)));
    await page.getByRole('radio', { name: '深色' }).click();
    await becomes(() => phone.evaluate(() => Reflect.get(window, 'seen') as string), 'dark');
    strictEqual(
      await phone.evaluate(() => getComputedStyle(document.querySelector('mp-page') ?? document.body).color),
      'rgb(232, 230, 224)',
    );
    await page.getByRole('radio', { name: '断开' }).click();
    await becomes(() => phone.evaluate(async () => (await wx.getNetworkType()).networkType), 'none');
    await page.getByRole('radio', { name: '关怀' }).click();
    await page.waitForFunction(() =>
      (document.querySelector('iframe')?.contentWindow?.location.search ?? '').includes('23.8'),
    );
    const fresh = await readyPhone(page);
    strictEqual(await fresh.evaluate(() => wx.getAppBaseInfo().fontSizeSetting), 23.8);
  }),
  workbench("the phone's Date moves with the clock, and back", async (page) => {
    const phone = await readyPhone(page);
    const daysAhead = () =>
      phone.evaluate(() => Math.round((Date.now() - performance.timeOrigin) / 86_400_000));
    await page.getByRole('button', { name: '+1 天' }).click();
    await becomes(daysAhead, 1);
    await page.getByText('已拨动').waitFor();
    await page.getByRole('button', { name: '复位' }).click();
    await becomes(daysAhead, 0);
    await page.getByText('与本机一致').waitFor();
  }),
  workbench('the jobs run when they are wanted', async (page) => {
    await page.getByRole('button', { name: '现在运行定时任务' }).click();
    await page.getByText('定时任务已运行').waitFor();
    await page.getByRole('button', { name: '+5 分钟' }).click();
    await page.getByText('已拨动').waitFor();
    await page.getByRole('button', { name: '复位' }).click();
    await page.getByText('与本机一致').waitFor();
  }),
  workbench('records are listed, queried and paged', async (page) => {
    await openBooks(page);
    strictEqual(await page.locator('.record').count(), 3);
    await page.getByText('1–3 / 共 3').waitFor();
    await page.locator('.query').fill('{"year": 1982}');
    await page.getByRole('button', { name: '查询' }).click();
    await becomes(() => page.locator('.record b').allInnerTexts(), ['b2']);
    await page.locator('.query').fill('{"year": ');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('不是合法的 JSON').waitFor();
    strictEqual(await page.locator('.query').inputValue(), '{"year": ');
  }),
  workbench('a record is edited as JSON; a mistake is told and nothing is lost', async (page, url) => {
    await openBooks(page);
    await page.locator('.record').filter({ hasText: 'b1' }).click();
    const text = page.locator('.editor textarea');
    await text.fill('{"title": "改了"');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.editor').getByText('不是合法的 JSON').waitFor();
    strictEqual(await text.inputValue(), '{"title": "改了"');
    await text.fill('{"_id": "b1", "title": "改了", "year": 1981}');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.editor').waitFor({ state: 'detached' });
    await page.locator('.record').filter({ hasText: '改了' }).waitFor();
    const reply = await fetch(
      `${url}/workbench/collections/books?query=${encodeURIComponent('{"_id":"b1"}')}`,
    );
    const { documents } = (await reply.json()) as { documents: object[] };
    deepStrictEqual(documents, [{ _id: 'b1', title: '改了', year: 1981 }]);
  }),
  workbench('a record is added, and deleted after a question', async (page) => {
    await openBooks(page);
    await page.getByRole('button', { name: '新增' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('新记录要有 _id').waitFor();
    await page.locator('.editor textarea').fill('{"_id": "b9", "title": "新来的"}');
    await page.getByRole('button', { name: '保存' }).click();
    const record = page.locator('.record').filter({ hasText: 'b9' });
    await record.click();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '删除' }).click();
    await record.waitFor({ state: 'detached' });
  }),
  workbench('JSON Lines come in with their faults told by line, and go out', async (page) => {
    await openBooks(page);
    const lines = Buffer.from('{"_id": "b7", "title": "导入的"}\n{oops\n');
    await page.locator('.transfer select').selectOption('upsert');
    await page
      .locator('.transfer input')
      .setInputFiles({ name: 'x.jsonl', mimeType: 'text/plain', buffer: lines });
    await page.getByText('读到 2 行：新增 1，覆盖 0，未导入 1').waitFor();
    await page.getByText('第 2 行').waitFor();
    const download = page.waitForEvent('download');
    await page.getByText('导出').click();
    strictEqual((await download).suggestedFilename(), 'books.jsonl');
  }),
  workbench(
    'an error on the phone is seen in the log',
    async (page) => {
      const phone = await readyPhone(page);
      await phone.evaluate(() => {
        setTimeout(() => {
          throw new Error('broken on purpose');
        });
      });
      await page.locator('.log .error').filter({ hasText: 'broken on purpose' }).waitFor();
    },
    { expectsPageErrors: true },
  ),
];
