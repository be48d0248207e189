import { ok, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import { workbenchAt } from '../../../local/cloud/workbench/workbench-client';
import { becomes } from '../expect';
import type { Journey } from '../journey';

const desk = '/packages/staff/pages/desk/index';
/** A copy of 月亮和六便士 that is out; reader-1 waits for the title. */
const heldCopy = 'YX0100963';

const freeCopy = 'YX0100007';
/** 机器学习, which reader-4 has. */
const loanOfReader4 = 'YX0101759';

const chip = (page: Page, name: string) => page.locator('.chip', { hasText: name });

async function take(page: Page, barcode: string): Promise<void> {
  await page.locator('.barcode-input input').fill(barcode);
  await page.locator('.main-button').click();
}

/** What the camera reads from the card that the phone shows. */
const shownCode = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { result } = await wx.cloud.callFunction({
      name: 'membership',
      data: { action: 'digitalCard', input: {} },
    });
    return (result as { value: { code: { text: string } } }).value.code.text;
  });

async function scanCard(page: Page, text: string): Promise<void> {
  await page.locator('.field-scan').first().click();
  await page.locator('[role=dialog] .field').fill(text);
  await page.keyboard.press('Enter');
}

export const journeys: readonly Journey[] = [
  {
    name: 'desk: a copy that is taken back goes to the pickup shelf, and its reader is told',
    run: async ({ page, open }) => {
      await open('/pages/me/index', { openid: 'librarian-1' });
      await page.locator('.entry', { hasText: '借还台' }).click();
      await chip(page, '总馆').click();
      await take(page, heldCopy);
      await page.locator('.line-where', { hasText: '放预约架' }).waitFor();
      await chip(page, '预约架').click();
      await page.locator('.line-title', { hasText: '月亮和六便士' }).waitFor();
      await open('/packages/circulation/pages/holds/index', { openid: 'reader-1' });
      await page.locator('.hold', { hasText: '月亮和六便士' }).getByText('可以取了').waitFor();
      await open('/pages/home/index', { openid: 'reader-1' });
      await page.locator('#tab-bar .badge').waitFor();
      await open('/packages/circulation/pages/messages/index', { openid: 'reader-1' });
      await page.locator('.message-title', { hasText: '预约的书到了' }).first().waitFor();
    },
  },
  {
    name: 'desk: lends a copy, says why another is not lent, and knows no bar code that is none',
    run: async ({ page, open }) => {
      await open(desk, { openid: 'librarian-1' });
      await chip(page, '借书').click();
      await page.locator('.main-button').click();
      await page.getByText('先扫读者的证').waitFor();
      await page.locator('.card-input input').fill('20230008');
      await take(page, freeCopy);
      await page.locator('.line-where', { hasText: '在借 1 本' }).waitFor();
      strictEqual(await page.locator('.barcode-input input').inputValue(), '');
      await take(page, 'no-such-copy');
      await page.getByText('没有这个条码').waitFor();
      await page.locator('.card-input input').fill('20230006');
      await take(page, freeCopy);
      await becomes(async () => (await page.locator('.failure-title').innerText()).includes('停用'), true);
      ok((await page.locator('.barcode-input input').inputValue()) !== '');
    },
  },
  {
    name: 'desk: reads the card that a phone shows, lends to it, and takes neither an old code nor a forged one',
    run: async ({ page, open, url }) => {
      await open('/packages/membership/pages/card/index', { openid: 'reader-3' });
      const text = await shownCode(page);
      await open(desk, { openid: 'librarian-1' });
      await chip(page, '借书').click();
      await scanCard(page, `${text}forged`);
      await page.getByText('这不是读者证的二维码').waitFor();
      await scanCard(page, text);
      await page.locator('.patron-name', { hasText: '周敏 · 20230003' }).waitFor();
      await take(page, 'YX0100008');
      await page.locator('.line-where', { hasText: '03' }).waitFor();
      await page.locator('.patron-next').click();
      await scanCard(page, '20230008');
      await becomes(() => page.locator('.card-input input').inputValue(), '20230008');
      const workbench = workbenchAt(url);
      await workbench.moveClock({ advance: '2m' });
      await scanCard(page, text);
      await page.getByText('二维码已过期').waitFor();
      await workbench.moveClock({ reset: true });
      strictEqual(await page.locator('.card-input input').inputValue(), '');
    },
  },
  {
    name: 'desk: a copy that its reader says is back is marked, which the reader sees, and the mark is taken back',
    run: async ({ page, open }) => {
      await open(desk, { openid: 'librarian-1' });
      await page.locator('.barcode-input input').fill(loanOfReader4);
      await page.getByText('召回、报失、读者说已还').click();
      await page.locator('.main-button:visible').click();
      await page.getByText('请写原因').waitFor();
      await page.locator('input:visible').nth(1).fill('读者来电');
      await page.locator('.main-button:visible').click();
      const claim = page.locator('.mark', { hasText: '读者说已还' });
      await claim.locator('.mark-way').click();
      await page.locator('[role=dialog] button', { hasText: '标记' }).last().click();
      await claim.getByText('核对中').waitFor();
      await open('/pages/loans/index', { openid: 'reader-4' });
      await page.getByText('馆员正在核对').waitFor();
      await open(`/packages/staff/pages/marks/index?barcode=${loanOfReader4}`, { openid: 'librarian-1' });
      await page.locator('input:visible').nth(1).fill('架上没有');
      await page.locator('.main-button').click();
      await claim.getByText('核对中').waitFor();
      await claim.locator('.mark-way').click();
      await page.locator('[role=dialog] button', { hasText: '撤回' }).last().click();
      await claim.getByText('核对中').waitFor({ state: 'detached' });
      await open('/packages/membership/pages/access/index', { openid: 'reader-4' });
      await page.getByText('架上没有').first().waitFor();
    },
  },
  {
    name: 'desk: a code of the desk binds a card without a PIN, once',
    run: async ({ page, open }) => {
      await open('/pages/me/index', { openid: 'librarian-1' });
      await page.locator('.entry', { hasText: '出绑定码' }).click();
      await page.locator('input:visible').nth(0).fill('20230005');
      await page.locator('input:visible').nth(1).fill('忘了密码，已核对身份证');
      await page.locator('.main-button:visible').click();
      const code = await page.locator('.issued-code').innerText();
      await page.getByText('还有效 4 分').waitFor();
      for (const [openid, outcome] of [
        ['newcomer-code', '绑定好了'],
        ['newcomer-late', '绑定码不对'],
      ] as const) {
        await open('/packages/membership/pages/bind/index', { openid });
        await page.locator('.by-code').click();
        await page.locator('input:visible').fill(code);
        await page.locator('[class*=consent-tick]:visible').click();
        await page.locator('.main-button:visible').click();
        await page.locator('[role=dialog] button', { hasText: '同意' }).last().click();
        await page.getByText(outcome).first().waitFor();
      }
    },
  },
  {
    name: 'desk: waives a fine with a reason, and the patron owes nothing any more',
    run: async ({ page, open }) => {
      await open('/packages/staff/pages/fines/index', { openid: 'librarian-1' });
      await page.locator('input:visible').nth(0).fill('20230002');
      await page.locator('.main-button').click();
      await page.getByText('请写原因').waitFor();
      await page.locator('input:visible').nth(1).fill('住院，情况属实');
      await page.locator('.main-button').click();
      await page.getByText('现在欠 ¥3.50').waitFor();
      await page.locator('.fine-way', { hasText: '免除' }).click();
      await page.locator('[role=dialog] button', { hasText: '免除' }).last().click();
      await page.getByText('没有逾期费').waitFor();
      await page.getByText('已免除').first().waitFor();
    },
  },
];
