import { deepStrictEqual } from 'node:assert';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { startCloud } from '../../../local/cloud/start-cloud';
import { watchPreview } from '../../../local/preview/build/watch-preview';
import { becomes, pageData, routes } from '../expect';
import type { Journey, Site } from '../journey';
import { buildGallery } from './gallery-site';

/** Where the gallery that is being served has its sources. */
let gallery = '';
/** Why builds failed. */
const faults: string[] = [];

/** The gallery on a real embedded cloud, built again whenever a file of it is saved. */
export async function site(): Promise<Site> {
  const { source, out, remove } = await buildGallery();
  gallery = source;
  const dataFolder = await mkdtemp(join(tmpdir(), 'rebuild-'));
  const cloud = await startCloud({ dataFolder, port: 0, staticFolder: out });
  const watch = watchPreview({ projectRoot: dirname(source), outFolder: out }, (outcome) => {
    if ('error' in outcome) faults.push(outcome.error.message);
    else cloud.publish({ type: 'reload', what: 'preview' });
  });
  return {
    url: cloud.url,
    close: async () => {
      watch.close();
      await cloud.close();
      await Promise.all([remove(), rm(dataFolder, { recursive: true, force: true })]);
    },
  };
}

/** Saves as many editors do, by renaming: that is one change, and so one build, on however busy a machine. */
async function save(file: string, change: (source: string) => string): Promise<void> {
  const path = join(gallery, file);
  const beside = `${gallery}.saved`;
  await writeFile(beside, change(await readFile(path, 'utf8')));
  await rename(beside, path);
}

/** The number that the page on top holds, once it is there; a page that is just being loaded again has none. */
const refreshedOn = (page: Page): Promise<unknown> =>
  pageData(page).then(
    (data) => data['refreshed'],
    () => undefined,
  );

/** One fault that each compiler stops at. */
const breakages = [
  { kind: 'configuration', file: 'pages/scroll/index.json', fault: '}' },
  { kind: 'style sheet', file: 'pages/scroll/index.wxss', fault: '.row { color' },
  { kind: 'style sheet of the app', file: 'app.wxss', fault: '.row { color' },
  { kind: 'script', file: 'pages/scroll/index.ts', fault: 'const = 1' },
];

const breakAndMend = ({ kind, file, fault }: (typeof breakages)[number]): Journey => ({
  name: `rebuild: a broken ${kind} is told and leaves the page as it was, the mended one is shown`,
  run: async ({ page, open }) => {
    await open('/pages/scroll/index');
    await page.evaluate(() => getCurrentPages()[0]?.setData({ refreshed: 41 }));
    faults.length = 0;
    await save(file, (source) => `${source}${fault}`);
    await becomes(() => faults.some((each) => each.includes(file)), true);
    deepStrictEqual(await refreshedOn(page), 41);
    await save(file, (source) => source.slice(0, -fault.length));
    await becomes(() => refreshedOn(page), 0);
  },
});

export const journeys: readonly Journey[] = [
  {
    name: 'rebuild: a saved file is seen on the page that was open, with its query and person',
    run: async ({ page, open }) => {
      await open('/pages/home/index', { openid: 'visitor-2' });
      await page.evaluate(() => wx.navigateTo({ url: '/packages/extra/pages/detail/index?id=7' }));
      await save('packages/extra/pages/detail/index.wxml', (wxml) => `${wxml}<view>刚刚改的</view>`);
      await page.getByText('刚刚改的').waitFor();
      deepStrictEqual(await routes(page), ['packages/extra/pages/detail/index']);
      deepStrictEqual(await page.evaluate(() => getCurrentPages()[0]?.options), { id: '7' });
      deepStrictEqual(new URL(page.url()).searchParams.get('openid'), 'visitor-2');
    },
  },
  ...breakages.map(breakAndMend),
];
