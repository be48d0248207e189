import { deepStrictEqual, strictEqual } from 'node:assert';
import { becomes } from '../expect';
import type { Journey, Surroundings } from '../journey';
import { clockOffsetMs, serveGallery } from './gallery-site';

export const site = serveGallery;

const wxJourney = (
  name: string,
  run: (surroundings: Surroundings) => Promise<void>,
  more: Partial<Journey> & { options?: Record<string, string> } = {},
): Journey => ({
  name: `wx: ${name}`,
  ...more,
  run: async (surroundings) => {
    await surroundings.open('', more.options);
    await run(surroundings);
  },
});

/** Calls `wx.NAME(options)` and notes how it ends in `window.outcome`, without waiting for it. */
const start = ({ page }: Surroundings, name: string, options: object = {}) =>
  page.evaluate(
    ([api, given]) => {
      const call = Reflect.get(wx, api) as (options: object) => Promise<object>;
      Reflect.set(window, 'outcome', undefined);
      void call(given)
        .catch(({ errMsg }: { errMsg: string }) => ({ errMsg }))
        .then((value) => Reflect.set(window, 'outcome', value));
    },
    [name, options] as const,
  );

const outcome = ({ page }: Surroundings) => page.evaluate(() => Reflect.get(window, 'outcome') as object);

/** The app's own way of asking for consent, which says yes at once. */
const agreeAtOnce = ({ page }: Surroundings) =>
  page.evaluate(() => {
    type Ask = { onNeedPrivacyAuthorization(listener: (resolve: (decision: object) => void) => void): void };
    (wx as unknown as Ask).onNeedPrivacyAuthorization((resolve) =>
      resolve({ event: 'agree', buttonId: 'b' }),
    );
  });

const needsConsent = async (here: Surroundings) => {
  await start(here, 'getPrivacySetting');
  await becomes(async () => (await outcome(here)) !== undefined, true);
  return ((await outcome(here)) as { needAuthorization: boolean }).needAuthorization;
};

export const journeys: readonly Journey[] = [
  wxJourney('what the table lacks fails with its name; canIUse tells', async ({ page }) => {
    const readName = (owner: 'wx' | 'cloud', name: string) =>
      page.evaluate(
        ([of, key]) => {
          try {
            return typeof Reflect.get(of === 'wx' ? wx : wx.cloud, key);
          } catch (error) {
            return (error as Error).message;
          }
        },
        [owner, name] as const,
      );
    const message = await readName('wx', 'startBeaconDiscovery');
    const cloud = await readName('cloud', 'database');
    const [yes, no] = await page.evaluate(() => [
      wx.canIUse('getWindowInfo'),
      wx.canIUse('startBeaconDiscovery'),
    ]);
    strictEqual(
      message,
      'wx.startBeaconDiscovery is not in the preview (see local/preview/runtime/api/table.ts)',
    );
    strictEqual(cloud, 'wx.cloud.database is not in the preview (see local/preview/runtime/api/table.ts)');
    deepStrictEqual([yes, no], [true, false]);
  }),
  wxJourney(
    'a cloud function is called as the chosen person, its refusal is an error',
    async (here) => {
      await start(here, 'login');
      const reply = await here.page.evaluate(() =>
        wx.cloud.callFunction({ name: 'catalog', data: { action: 'x' } }),
      );
      deepStrictEqual(reply.result, {
        given: { openid: 'visitor-2', name: 'catalog', data: { action: 'x' } },
      });
      const failed = await here.page.evaluate(() =>
        wx.cloud
          .callFunction({ name: 'fails' })
          .catch(({ errCode, errMsg }: { errCode: number; errMsg: string }) => [errCode, errMsg]),
      );
      deepStrictEqual(failed, [-504002, 'cloud.callFunction:fail function failed']);
    },
    { options: { openid: 'visitor-2' } },
  ),
  wxJourney(
    'without a network calls fail, and the network type says none',
    async ({ page }) => {
      const seen = await page.evaluate(async () => [
        (await wx.getNetworkType()).networkType,
        await wx.cloud.callFunction({ name: 'catalog' }).catch(({ errMsg }: { errMsg: string }) => errMsg),
      ]);
      deepStrictEqual(seen, ['none', 'cloud.callFunction:fail request:fail network is down']);
    },
    { options: { network: 'none' } },
  ),
  wxJourney("Date follows the cloud's clock", async ({ page }) => {
    const ahead = await page.evaluate(() => [
      Date.now() - performance.timeOrigin,
      Number(new Date()) - Date.now(),
      new Date(0).getTime(),
    ]);
    strictEqual(Math.round((ahead[0] ?? 0) / 3_600_000), 29);
    strictEqual(Math.abs(ahead[1] ?? 1000) < 50, true);
    strictEqual(ahead[2], 0);
  }),
  wxJourney("the status bar shows that clock's time in Shanghai", async ({ page }) => {
    const isShanghaisTime = async () => {
      const [hour, minute] = [3_600_000, 60_000];
      const shanghai = new Date(Date.now() + clockOffsetMs + 8 * hour);
      const seen = await page.locator('#status-time').innerText();
      const later = new Date(shanghai.getTime() + minute);
      return [shanghai, later].some((time) => time.toISOString().slice(11, 16) === seen);
    };
    await becomes(isShanghaisTime, true);
  }),
  wxJourney('storage belongs to the person and keeps types', async ({ page, open }) => {
    await page.evaluate(() => {
      wx.setStorageSync('seen', { list: [1, '二'] });
      wx.setStorageSync('empty', '');
    });
    const read = () =>
      page.evaluate(() => [wx.getStorageSync<unknown>('seen'), wx.getStorageInfoSync().keys.length]);
    deepStrictEqual(await read(), [{ list: [1, '二'] }, 2]);
    await open('', { openid: 'visitor-2' });
    deepStrictEqual(await read(), ['', 0]);
    const missing = await page.evaluate(() =>
      wx.getStorage({ key: 'none' }).catch(({ errMsg }: { errMsg: string }) => errMsg),
    );
    strictEqual(missing, 'getStorage:fail data not found');
  }),
  wxJourney(
    'the window is the phone frame, whatever the browser',
    async ({ page }) => {
      const info = await page.evaluate(() => wx.getWindowInfo());
      deepStrictEqual(
        [info.windowWidth, info.windowHeight, info.screenWidth, info.screenHeight, info.statusBarHeight],
        [430, 932 - 88 - 83, 430, 932, 44],
      );
      deepStrictEqual([info.safeArea.top, info.safeArea.bottom], [44, 898]);
      strictEqual(await page.evaluate(() => wx.getSystemInfoSync().windowWidth), 430);
    },
    { viewport: { width: 1000, height: 932 } },
  ),
  wxJourney(
    'large type is told to the app',
    async ({ page }) => {
      const { fontSizeSetting, fontSizeScaleFactor } = await page.evaluate(() => wx.getAppBaseInfo());
      deepStrictEqual([fontSizeSetting, Math.round(fontSizeScaleFactor * 100)], [23.8, 140]);
    },
    { options: { font: '23.8' } },
  ),
  wxJourney('a modal gives what was answered and typed', async (here) => {
    const { page } = here;
    await start(here, 'showModal', { title: '改名', editable: true, placeholderText: '新名字' });
    await page.getByPlaceholder('新名字').fill('小王');
    await page.getByText('确定').click();
    await becomes(() => outcome(here), {
      confirm: true,
      cancel: false,
      content: '小王',
      errMsg: 'showModal:ok',
    });
    strictEqual(await page.locator('.overlay').count(), 0);
  }),
  wxJourney('an action sheet gives the index, or fails when cancelled', async (here) => {
    await start(here, 'showActionSheet', { itemList: ['甲', '乙'] });
    await here.page.getByText('乙', { exact: true }).click();
    await becomes(() => outcome(here), { tapIndex: 1, errMsg: 'showActionSheet:ok' });
    await start(here, 'showActionSheet', { itemList: ['甲'] });
    await here.page.getByText('取消').click();
    await becomes(() => outcome(here), { errMsg: 'showActionSheet:fail cancel' });
  }),
  wxJourney('a toast goes by itself, a loading stays until it is hidden', async ({ page }) => {
    await page.evaluate(() => wx.showToast({ title: '已收藏', duration: 2000 }));
    await page.getByText('已收藏').waitFor();
    await page.getByText('已收藏').waitFor({ state: 'detached' });
    await page.evaluate(() => wx.showLoading({ title: '正在查' }));
    await page.getByText('正在查').waitFor();
    await page.evaluate(() => wx.hideLoading());
    await page.getByText('正在查').waitFor({ state: 'detached' });
  }),
  wxJourney('a code is typed where the camera would read it', async (here) => {
    for (const [text, kind] of [
      ['9787020002207', 'EAN_13'],
      ['20230001', 'CODE_128'],
      ['LC1.20230001.t4zk2y.QWxsIG9mIGl0', 'QR_CODE'],
    ] as const) {
      await start(here, 'scanCode');
      await here.page.locator('.field').fill(text);
      await here.page.keyboard.press('Enter');
      await becomes(async () => {
        const { result, scanType } = (await outcome(here)) as { result?: string; scanType?: string };
        return [result, scanType];
      }, [text, kind]);
    }
  }),
  wxJourney('subscription consent is asked per template, three at most', async (here) => {
    await start(here, 'requestSubscribeMessage', { tmplIds: ['due', 'ready'] });
    await here.page.getByText('ready').click();
    await here.page.getByText('允许', { exact: true }).click();
    await becomes(() => outcome(here), {
      due: 'accept',
      ready: 'reject',
      errMsg: 'requestSubscribeMessage:ok',
    });
    await start(here, 'requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4'] });
    await becomes(() => outcome(here), {
      errMsg: 'requestSubscribeMessage:fail TmplIds exceed the max count',
    });
  }),
  wxJourney('privacy is asked once, by the last listener, and refusing fails the call', async (here) => {
    const { page } = here;
    strictEqual(await needsConsent(here), true);
    await start(here, 'requirePrivacyAuthorize');
    await page.getByText('拒绝').click();
    await becomes(() => outcome(here), {
      errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized',
    });
    await agreeAtOnce(here);
    await start(here, 'requirePrivacyAuthorize');
    await becomes(() => outcome(here), { errMsg: 'requirePrivacyAuthorize:ok' });
    strictEqual(await needsConsent(here), false);
  }),
  wxJourney('a chosen file is uploaded with its name and bytes', async (here) => {
    const { page } = here;
    await agreeAtOnce(here);
    const chooser = page.waitForEvent('filechooser');
    await start(here, 'chooseMessageFile', { count: 1, type: 'file' });
    await (await chooser).setFiles({ name: '书单.csv', mimeType: 'text/csv', buffer: Buffer.from('isbn') });
    await becomes(
      async () => ((await outcome(here)) as { errMsg?: string } | undefined)?.errMsg,
      'chooseMessageFile:ok',
    );
    const uploaded = await page.evaluate(async () => {
      const [file] = (
        Reflect.get(window, 'outcome') as WechatMiniprogram.ChooseMessageFileSuccessCallbackResult
      ).tempFiles;
      const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'lists/a.csv', filePath: file?.path ?? '' });
      return [file?.name, file?.size, fileID];
    });
    deepStrictEqual(uploaded, ['书单.csv', 4, 'cloud://gallery/4']);
  }),
  wxJourney('pictures fill the screen and close', async (here) => {
    const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    await start(here, 'previewImage', { urls: [picture, `${picture}#2`] });
    await here.page.getByText('1 / 2').waitFor();
    await here.page.locator('.viewer img').click();
    await here.page.getByText('2 / 2').waitFor();
    await here.page.locator('.overlay').click({ position: { x: 20, y: 20 } });
    await here.page.locator('.overlay').waitFor({ state: 'detached' });
  }),
];
