import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { workbenchAt } from '../../../local/cloud/workbench/workbench-client';
import { becomes, boxOf, pageData, routes } from '../expect';
import type { Journey, Surroundings } from '../journey';

const me = 'pages/me/index';
const bind = 'packages/membership/pages/bind/index';
/** A book of the demo library whose copies are all out. */
const bookThatIsOut = '9787010030197';
/** Another one: of its two copies each belongs to a branch of its own. */
const bookInTwoBranches = '9787801872166';

const agreeToPrivacy = (page: Page) =>
  page.locator('[role=dialog] button', { hasText: '同意' }).last().click();
const field = (page: Page, place: number) => page.locator('input:visible').nth(place);

/** Fills in the page that binds a card, and sends it. */
async function fillIn(page: Page, [card, name, pin]: readonly [string, string, string]): Promise<void> {
  await field(page, 0).fill(card);
  await field(page, 1).fill(name);
  await field(page, 2).fill(pin);
  if ((await pageData(page))['hasConsent'] !== true)
    await page.locator('[class*=consent-tick]:visible').click();
  await page.locator('.main-button').click();
}

async function bindCard(
  { page, open }: Surroundings,
  openid: string,
  card: readonly [string, string, string],
) {
  await open(`/${me}`, { openid });
  await page.locator('[class*=note-action]').click();
  await becomes(() => routes(page), [me, bind]);
  await fillIn(page, card);
  await agreeToPrivacy(page);
}

const someOrder = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=1', signType: 'MD5', paySign: 's' };

/** Scripts what the payment platform answers next. */
const paymentPlatformSays = (url: string, api: string, answers: readonly object[]): Promise<Response> =>
  fetch(`${url}/workbench/openapi-answers`, {
    method: 'POST',
    body: JSON.stringify({
      api: `cloudPay.${api}`,
      answers: answers.map((answer) => ({
        errcode: 0,
        returnCode: 'SUCCESS',
        resultCode: 'SUCCESS',
        ...answer,
      })),
    }),
  });

/** The file that was taken along, as it lies on the phone; null where there is none. */
const keptFile = (page: Page): Promise<string | null> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        wx.getFileSystemManager().readFile({
          filePath: `${wx.env.USER_DATA_PATH}/taken-along.json`,
          encoding: 'utf8',
          success: ({ data }) => resolve(typeof data === 'string' ? data : null),
          fail: () => resolve(null),
        });
      }),
  );

/** Everything that the phone keeps, as one text. */
const kept = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

/** Turns the wheel of days on by three. */
async function turnDays(page: Page): Promise<void> {
  const wheel = page.locator('.weui-picker__group:visible').nth(2);
  const turned = () => wheel.locator('.weui-picker__content').getAttribute('style');
  const before = await turned();
  await wheel.hover();
  const { x, y, width, height } = await boxOf(wheel);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2 - 102);
  await becomes(async () => (await turned()) !== before, true);
  await page.mouse.up();
}

const titles = (page: Page) => page.locator('[class*=loan-title]:visible').allInnerTexts();

export const journeys: readonly Journey[] = [
  {
    name: 'patron: binds, sees the loans, renews all, places a hold, and unbinds without a trace',
    run: async (here) => {
      const { page } = here;
      await bindCard(here, 'newcomer-1', ['20230001', '林晓', '582947']);
      await becomes(() => page.locator('.pass-name').allInnerTexts(), ['林晓']);
      await becomes(() => routes(page), [me]);
      strictEqual((await kept(page)).includes('582947'), false);

      await page.locator('#tab-bar button', { hasText: '借阅' }).click();
      await page.locator('[class*=loan-title]:visible').first().waitFor();
      strictEqual((await titles(page))[0], '红楼梦');
      await page.locator('.foot-renew').click();
      await page.getByText('4 本都续借好了').waitFor();
      strictEqual(await page.locator('[class*=line-said]:visible').count(), 4);
      await page.locator('[class*=sheet-button]:visible').click();
      await becomes(async () => (await titles(page))[0], '高等数学（上册）');
      strictEqual(await page.locator('.foot-renew').count(), 0);

      await here.open(`/packages/catalog/pages/book/index?bookId=${bookThatIsOut}`, { openid: 'newcomer-1' });
      await page.locator('.foot-hold').click();
      const watch = page.locator('[class*=sheet-link]:visible');
      await becomes(() => watch.allInnerTexts(), ['还书时通知我']);
      await watch.click();
      await becomes(() => watch.allInnerTexts(), ['会通知您 · 点一下取消']);
      await watch.click();
      await becomes(() => watch.allInnerTexts(), ['还书时通知我']);
      await page.locator('[class*=sheet-button]:visible', { hasText: '预约' }).click();
      await page.getByText('预约好了').waitFor();
      await page.locator('[class*=sheet-button]:visible').click();
      await page.locator('.hold-title:visible', { hasText: '1844年经济学哲学手稿' }).waitFor();

      await here.open(`/packages/membership/pages/unbind/index`, { openid: 'newcomer-1' });
      await page.getByText('在借的 5 本书').waitFor();
      await page.locator('.danger-button').click();
      await page.locator('[role=dialog] button', { hasText: '解绑' }).click();
      await becomes(() => routes(page), [me]);
      await page.getByText('还没有绑定一卡通').waitFor();
      const left = await kept(page);
      for (const secret of ['林晓', '红楼梦', '20230001', '582947']) ok(!left.includes(secret), secret);
    },
  },
  {
    // Before the next one, in which another WeChat binds the card of reader-3.
    name: 'patron: a hold on one copy waits for that one and no other, and is taken back',
    run: async ({ page, open }) => {
      await open(`/packages/catalog/pages/book/index?bookId=${bookInTwoBranches}`, { openid: 'reader-3' });
      const copy = page.locator('.copy', { hasText: '溪畔分馆' });
      await copy.locator('.copy-hold').click();
      await page.getByText(/^只等这一册：溪畔分馆/).waitFor();
      await page.locator('[class*=branch]:visible', { hasText: '医学分馆' }).last().click();
      await page.locator('[class*=sheet-button]:visible', { hasText: '预约' }).click();
      await page.getByText('预约好了').waitFor();
      await page.locator('[class*=sheet-button]:visible').click();
      const hold = page.locator('.hold:visible', { hasText: '中国哲学简史' });
      await hold.getByText('只等这一册').waitFor();
      deepStrictEqual(
        [await hold.locator('.hold-state').innerText(), await hold.locator('.hold-where').innerText()],
        ['第 1 位', '到医学分馆取'],
      );
      await hold.getByText('取消预约').click();
      await page.locator('[role=dialog] button', { hasText: '取消预约' }).click();
      await page.getByText('没有预约').waitFor();
    },
  },
  {
    name: 'patron: wrong details keep what was typed but the PIN; the right ones lead back',
    run: async (here) => {
      const { page } = here;
      await bindCard(here, 'newcomer-2', ['20230003', '周敏', 'wrong-pin']);
      await page.getByText('证号、姓名或密码不对').waitFor();
      deepStrictEqual(
        [
          await field(page, 0).inputValue(),
          await field(page, 1).inputValue(),
          await field(page, 2).inputValue(),
        ],
        ['20230003', '周敏', ''],
      );
      await field(page, 2).fill('936518');
      await page.locator('.main-button').click();
      await becomes(() => routes(page), [me]);
      await becomes(() => page.locator('.pass-name').allInnerTexts(), ['周敏']);
    },
  },
  {
    name: 'patron: a first PIN is changed before the card is bound',
    run: async (here) => {
      const { page } = here;
      await bindCard(here, 'newcomer-3', ['20230008', '许安', '230008']);
      await page.getByText('换密码并绑定').waitFor();
      await field(page, 0).fill('Lake-7531');
      await field(page, 1).fill('Lake-7531');
      await page.locator('.main-button').click();
      await becomes(() => page.locator('.pass-name').allInnerTexts(), ['许安']);
      await page.locator('#tab-bar button', { hasText: '借阅' }).click();
      await page.getByText('现在没有在借的书').waitFor();
    },
  },
  {
    name: 'patron: the phone whose card another one bound hears so once, and shows nothing of it any more',
    run: async (here) => {
      const { page, open } = here;
      await open('/pages/loans/index', { openid: 'reader-5' });
      await page.locator('[class*=loan-title]:visible').first().waitFor();
      await bindCard(here, 'newcomer-4', ['20230005', '郑一诺', '705392']);
      await becomes(() => page.locator('.pass-name').allInnerTexts(), ['郑一诺']);
      await open('/pages/loans/index', { openid: 'reader-5' });
      await page.locator('[role=dialog]', { hasText: '另一个微信' }).waitFor();
      await page.locator('[role=dialog] button', { hasText: '先不绑' }).click();
      await page.getByText('这张证已绑到另一个微信').waitFor();
      strictEqual(await page.locator('[class*=loan-title]:visible').count(), 0);
      await open('/pages/loans/index', { openid: 'reader-5' });
      await page.getByText('这张证已绑到另一个微信').waitFor();
      strictEqual(await page.locator('[role=dialog]').count(), 0);
    },
  },
  {
    name: 'patron: one renewal shows the new due day first; what is refused says every reason',
    run: async ({ page, open }) => {
      await open('/pages/loans/index', { openid: 'reader-9' });
      await page.locator('[class*=loan-title]:visible').first().click();
      const due = page.locator('[class*=day-figures]:visible');
      await becomes(() => due.count(), 2);
      const action = page.locator('[class*=sheet-button]:visible', { hasText: '续借到' });
      await action.click();
      await page.getByText(/^续到 /).waitFor();
      await open('/pages/loans/index', { openid: 'reader-10' });
      await page.locator('[class*=loan-title]:visible').first().click();
      await becomes(() => page.locator('[class*=reason-title]:visible').count(), 2);
    },
  },
  {
    name: 'patron: a hold rests until the day that is chosen, and goes on again',
    run: async ({ page, open }) => {
      await open('/packages/circulation/pages/holds/index', { openid: 'reader-4' });
      const hold = page
        .locator('.hold')
        .filter({ has: page.getByText('暂停到…') })
        .first();
      const id = page.locator('.hold', { hasText: await hold.locator('.hold-title').innerText() });
      const place = await id.locator('.hold-state').innerText();
      const usual = (await pageData(page))['rest'] as { usual: string; through: string };
      ok(usual.through > usual.usual);
      await id.getByText('暂停到…').click();
      await page.locator('.weui-picker__action:visible', { hasText: '取消' }).click();
      strictEqual(await id.locator('.hold-state').innerText(), place);
      await id.getByText('暂停到…').click();
      await turnDays(page);
      await page.locator('.weui-picker__action:visible', { hasText: '确定' }).click();
      await page.getByText('排队的位置还在').waitFor();
      const chosen = await id.locator('.hold-state').innerText();
      match(chosen, /^暂停到 /);
      const [, month = '', day = ''] = usual.usual.split('-');
      ok(!chosen.includes(`${Number(month)} 月 ${Number(day)} 日`), chosen);
      await id.getByText('恢复排队').click();
      await becomes(() => id.locator('.hold-state').innerText(), place);
    },
  },
  {
    name: 'patron: offline, the loans stand there as last seen, and renewing waits for the network',
    run: async ({ page, open }) => {
      await open('/pages/loans/index', { openid: 'reader-9' });
      await page.locator('[class*=loan-title]:visible').first().waitFor();
      await open('/pages/loans/index', { openid: 'reader-9', network: 'none' });
      await page.locator('.out-of-date').waitFor();
      ok((await titles(page)).length > 0);
      strictEqual(await page.locator('.foot-renew').count(), 0);
    },
  },
  {
    name: 'patron: takes the data along as a file, which leaves the phone with the card',
    run: async ({ page, open }) => {
      await open('/packages/membership/pages/privacy/index', { openid: 'reader-9' });
      await page.locator('.main-button').click();
      const send = page.getByText('发到聊天', { exact: true });
      const [file] = await Promise.all([page.waitForEvent('download'), send.click()]);
      strictEqual(file.suggestedFilename(), '我的图书馆数据.json');
      const text = await readFile(await file.path(), 'utf8');
      ok(JSON.stringify(JSON.parse(text)).includes('T000009'));
      strictEqual(await keptFile(page), text);
      await page.evaluate(() => wx.navigateTo({ url: '/packages/membership/pages/unbind/index' }));
      await page.locator('.danger-button:visible', { hasText: '解绑' }).click();
      await page.locator('[role=dialog] button', { hasText: '解绑' }).click();
      await becomes(() => keptFile(page), null);
    },
  },
  {
    name: 'patron: pays fines on the phone where the library has a merchant, and turning back costs nothing',
    run: async ({ page, open, url }) => {
      const finesPage = '/packages/circulation/pages/fines/index';
      await open(finesPage, { openid: 'reader-2' });
      await page.locator('.owed-amount', { hasText: '¥3.50' }).waitFor();
      strictEqual(await page.locator('.main-button').count(), 0);
      const merchant = JSON.stringify({ _id: 'payments', merchantId: '1900000109' });
      await workbenchAt(url).importLines('settings', 'upsert', merchant);
      await paymentPlatformSays(url, 'unifiedOrder', [{ payment: someOrder }]);
      const notPaid = { tradeState: 'NOTPAY', totalFee: 350 };
      const paid = { tradeState: 'SUCCESS', totalFee: 350, transactionId: '4200000042' };
      await paymentPlatformSays(url, 'queryOrder', [notPaid, notPaid, paid]);
      await open(finesPage, { openid: 'reader-2' });
      await page.locator('.main-button', { hasText: '在线支付 ¥3.50' }).click();
      await page.locator('[role=dialog] button', { hasText: '取消' }).click();
      await page.getByText('没有付款').waitFor();
      await page.locator('.main-button').click();
      await page.locator('[role=dialog] button', { hasText: '支付' }).click();
      await page.getByText('收据号 4200000042').waitFor();
      await page.getByText('没有欠费').waitFor();
      strictEqual(await page.locator('.main-button').count(), 0);
      const payments = await workbenchAt(url).find('payments', { card: '20230002' });
      deepStrictEqual(
        payments.map(({ state, amount }) => [state, Number(amount)]),
        [['paid', 350]],
      );
      await workbenchAt(url).importLines('settings', 'upsert', JSON.stringify({ _id: 'payments' }));
    },
  },
];
