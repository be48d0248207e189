import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import { becomes, patienceMs, routes } from '../expect';
import type { Journey, Surroundings } from '../journey';

const family = 'packages/membership/pages/family/index';
/** By this link of the demo library reader-1 may see what reader-3 has borrowed. */
const seeOnly = 'ab578480436ae20ca4a2f4d3';

const button = (page: Page, text: string) =>
  page.locator('.main-button:visible, .second-button:visible', { hasText: text });
const kept = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

/** The phone of somebody else, beside the first one. */
async function anotherPhone({ page, url }: Surroundings): Promise<{
  readonly other: Page;
  readonly openOther: (path: string, openid: string) => Promise<void>;
}> {
  const context = await page.context().browser()?.newContext({ locale: 'zh-CN' });
  if (context === undefined) throw new Error('no browser');
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript('globalThis.__name = (value) => value');
  const other = await context.newPage();
  const openOther = async (path: string, openid: string): Promise<void> => {
    await other.goto('about:blank');
    await other.goto(`${url}/phone.html?openid=${openid}#${path}`);
    await other.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
  };
  return { other, openOther };
}

/** Makes out a code by which one may see and renew what the other has; @returns the code. */
async function inviteToRenew({ page, open }: Surroundings, openid: string): Promise<string> {
  await open('/pages/me/index', { openid });
  await page.locator('.entry', { hasText: '家人的证' }).click();
  await button(page, '邀请家人').click();
  await page.locator('[class*=choice]:visible', { hasText: '我看家人的' }).last().click();
  await page.locator('[class*=choice]:visible', { hasText: '看借阅，也能续借' }).last().click();
  await button(page, '出关联码').click();
  return page.locator('.made-code').innerText();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await button(page, '填家人给的码').click();
  await page.locator('input:visible').fill(code);
  await button(page, '看看要同意什么').click();
}

/** Renews the first loan on the page, as its sheet says. */
async function renewFirst(page: Page): Promise<void> {
  await page.locator('[class*=loan-title]:visible').first().click();
  await page.locator('[class*=sheet-button]:visible', { hasText: '续借到' }).click();
}

export const journeys: readonly Journey[] = [
  {
    name: 'family: one invites, the other consents; loans are seen and renewed until the other side ends it',
    run: async (here) => {
      const { page } = here;
      const code = await inviteToRenew(here, 'reader-11');

      const { other, openOther } = await anotherPhone(here);
      await openOther('/pages/me/index', 'reader-9');
      await other.locator('.entry', { hasText: '家人的证' }).click();
      await typeCode(other, code);
      await other.getByText('*禾 · ••••011 想看您的借阅，并替您续借').waitFor();
      await other.getByText('对方能看到您借了什么书').waitFor();
      await button(other, '我同意').click();
      await other.locator('.link.is-mine', { hasText: '*禾' }).waitFor();
      await typeCode(other, code);
      await other.getByText('关联码不对，或已经用过').waitFor();

      await page.goBack();
      await page.locator('.link', { hasText: '*砚' }).getByText('看这张证的借阅').click();
      await page.locator('[class*=loan-title]:visible').first().waitFor();
      const titles = await page.locator('[class*=loan-title]:visible').allInnerTexts();
      strictEqual(titles.length, 24);
      await renewFirst(page);
      await page.getByText(/^续到 /).waitFor();
      ok((await kept(page)).includes(titles[5] ?? ''));

      await openOther(`/${family}`, 'reader-9');
      await other.locator('.link.is-mine', { hasText: '*禾' }).getByText('解除').click();
      await other.locator('[role=dialog] button', { hasText: '解除' }).click();
      await becomes(() => other.locator('.link', { hasText: '*禾' }).count(), 0);

      await renewFirst(page);
      await page.getByText('已经看不到这张证了').waitFor();
      const left = await kept(page);
      deepStrictEqual(
        titles.filter((title) => left.includes(title)),
        [],
      );
      await page.getByText('回到家人的证').click();
      await becomes(async () => (await routes(page)).at(-1), family);
      await page.getByText('和家人互看借阅').waitFor();
      await other.context().close();
    },
  },
  {
    name: 'family: who may only see is told so, and nothing is offered to renew',
    run: async ({ page, open }) => {
      await open(`/packages/circulation/pages/family-loans/index?linkId=${seeOnly}`, { openid: 'reader-1' });
      await page.getByText('*敏 · ••••003 的借阅').waitFor();
      await page.locator('[class*=loan-title]:visible').first().click();
      await page.locator('[class*=reason-title]:visible', { hasText: '这个关联只能看' }).waitFor();
      strictEqual(await page.locator('.foot-renew, [class*=sheet-button]:visible').count(), 0);
    },
  },
  {
    name: 'family: offline, the loans stand there as last seen',
    run: async ({ page, open }) => {
      const path = `/packages/circulation/pages/family-loans/index?linkId=${seeOnly}`;
      await open(path, { openid: 'reader-1' });
      await page.locator('[class*=loan-title]:visible').first().waitFor();
      await open(path, { openid: 'reader-1', network: 'none' });
      await page.locator('.out-of-date').waitFor();
      ok((await page.locator('[class*=loan-title]:visible').count()) > 0);
    },
  },
];
