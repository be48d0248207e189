import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { readBars } from '../../support/read-bars';
import { becomes, routes } from '../expect';
import type { Journey, Surroundings } from '../journey';

const application = '/packages/membership/pages/application/index';
const card = '/packages/membership/pages/card/index';
const field = (page: Page, at: number) => page.locator('[class*=field-input]:visible input').nth(at);
const press = (page: Page, name: string): Promise<void> =>
  page.locator('[aria-role=button]:visible, [aria-role=link]:visible', { hasText: name }).first().click();

/** The pixels of what is on the screen there, as a camera would see them. */
async function pixelsOf(
  page: Page,
  place: Locator,
): Promise<{ width: number; height: number; data: number[] }> {
  const picture = (await place.screenshot()).toString('base64');
  return page.evaluate(async (content) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${content}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    const data = canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, data: [...data] };
  }, picture);
}

async function scanBarcode(page: Page): Promise<string> {
  const { width, height, data } = await pixelsOf(page, page.locator('.bars'));
  const middle = Math.floor(height / 2) * width;
  return readBars(Array.from({ length: width }, (_, x) => (data[(middle + x) * 4] ?? 0) < 128));
}

async function scanQr(page: Page): Promise<string> {
  const { width, height, data } = await pixelsOf(page, page.locator('.qr'));
  return decodeQR({ width, height, data: Uint8Array.from(data) }, { timeLimit: 5000 });
}

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Chooses a photo through WeChat's sheets and waits until the library has it. */
async function addPhoto(page: Page, sent: number): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.tile-add:visible').click();
  await page.getByText('拍照或从相册选').click();
  const consent = page.getByRole('button', { name: '同意', exact: true });
  await Promise.race([chooser, consent.click().catch(() => undefined)]);
  await (await chooser).setFiles({ name: 'card.png', mimeType: 'image/png', buffer: photo });
  await becomes(() => page.locator('.tile.is-sent:visible').count(), sent);
}

async function fillIn(page: Page, name: string): Promise<void> {
  await press(page, '开始申请');
  await page.locator('.offer:visible', { hasText: '校友会员' }).click();
  await field(page, 0).fill(name);
  await field(page, 1).fill('13800138000');
  await field(page, 2).fill('1995');
  await press(page, '下一步');
  await addPhoto(page, 1);
}

async function handIn(page: Page, button: string): Promise<void> {
  await press(page, '下一步');
  await page.locator('.tick-line:visible').click();
  await press(page, button);
  await page.locator('.head-name:visible', { hasText: '等馆员审核' }).waitFor();
}

/** Staff open the application of this person. */
async function review({ page, open }: Surroundings, name: string): Promise<void> {
  await open('/pages/me/index', { openid: 'librarian-1' });
  await press(page, '审核会员申请');
  await page.locator('.row:visible', { hasText: name }).click();
  await page.locator('.pair-text:visible', { hasText: name }).waitFor();
}

export const journeys: readonly Journey[] = [
  {
    name: 'membership: apply, refused, corrected, approved, and the card is in the phone',
    run: async (surroundings) => {
      const { page, open } = surroundings;
      const applicant = { openid: 'applicant-1' };
      await open(application, applicant);
      await fillIn(page, '林晚舟');
      await handIn(page, '提交申请');

      await review(surroundings, '林晚舟');
      await press(page, '退回修改');
      await page.getByText('请写明原因').waitFor();
      await page.locator('textarea:visible').fill('照片看不清编号');
      await press(page, '退回修改');
      await page.getByText('已退回，申请人会看到原因').waitFor();
      await page.getByText('原因：照片看不清编号').waitFor();

      await open(application, applicant);
      await page.locator('.head-reason:visible', { hasText: '照片看不清编号' }).waitFor();
      await press(page, '修改申请');
      strictEqual(await field(page, 0).inputValue(), '林晚舟');
      await press(page, '下一步');
      await addPhoto(page, 2);
      await handIn(page, '改好了，重新提交');

      await review(surroundings, '林晚舟');
      await press(page, '通过');
      await page.getByRole('button', { name: '通过', exact: true }).last().click();
      await page.getByText('借阅证已发出').waitFor();
      const issued = await page.locator('.outcome-card:visible').innerText();

      await open(application, applicant);
      await press(page, '出示借阅证');
      await page.locator('.qr:visible').waitFor();
      strictEqual(await page.locator('.plate-number:visible').innerText(), issued);
      strictEqual(await scanBarcode(page), issued);

      await open('/packages/membership/pages/unbind/index', applicant);
      await page.getByText('换一个微信，要到服务台领绑定码').waitFor();
      await page.locator('.danger-button:visible', { hasText: '解绑' }).click();
      await page.locator('[role=dialog] button', { hasText: '解绑' }).click();
      await page.getByText('已解绑').waitFor();

      await open(application, applicant);
      await page.getByText('借阅证还没有绑定在这个微信上').waitFor();
      strictEqual(await page.locator('.head-number:visible').innerText(), issued);
      await press(page, '重新绑定');
      await press(page, '出示借阅证');
      await page.locator('.qr:visible').waitFor();
    },
  },
  {
    name: 'membership: the card scans from the screen, and its bar code is there without a network',
    run: async ({ page, open }) => {
      await open(card, { openid: 'reader-1' });
      await page.locator('.qr:visible').waitFor();
      strictEqual(await scanBarcode(page), '20230001');
      match(await scanQr(page), /[\w-]{20,}/);
      await open(card, { openid: 'reader-1', network: 'none' });
      await page.getByText('二维码要联网才能出示').waitFor();
      strictEqual(await scanBarcode(page), '20230001');
      await page.locator('.out-of-date:visible').waitFor();
    },
  },
  {
    name: 'membership: the screen is bright while the card is shown, and as before when it is left',
    run: async ({ page, open }) => {
      const brightness = () => page.evaluate(async () => (await wx.getScreenBrightness()).value);
      await open('/pages/me/index', { openid: 'reader-1' });
      const before = await brightness();
      ok(before < 1);
      await press(page, '出示借阅证');
      await becomes(brightness, 1);
      await page.locator('#back').click();
      await becomes(brightness, before);
    },
  },
  {
    name: 'membership: a form that was left is there again, and a step says what is missing',
    run: async ({ page, open }) => {
      const applicant = { openid: 'applicant-2' };
      await open(application, applicant);
      await fillIn(page, '周远');
      await page.locator('#back').click();
      await becomes(() => routes(page), [application.slice(1)]);
      await press(page, '继续上次的申请');
      deepStrictEqual(await field(page, 0).inputValue(), '周远');
      await field(page, 1).fill('12');
      await press(page, '下一步');
      await page.getByText('请填写手机号').waitFor();
    },
  },
];
