import { deepStrictEqual } from 'node:assert';
import { tooSmall, tooWide } from '../geometry';
import type { Journey, Surroundings } from '../journey';

const circulation = '/packages/circulation/pages';
const membership = '/packages/membership/pages';

/** By this link of the demo library reader-9 may renew what reader-1 has borrowed. */
const linkId = 'ca64035c937c1c1d0a81b44a';

/** Every page of what belongs to a card, with a reader of the demo library to whom it shows something. */
const screens: readonly (readonly [name: string, path: string, openid: string, content: string])[] = [
  ['home of a patron', '/pages/home/index', 'reader-1', '.mine-action'],
  ['loans', '/pages/loans/index', 'reader-2', '[class*=loan-title]'],
  ['many loans', '/pages/loans/index', 'reader-9', '[class*=loan-title]'],
  ['me', '/pages/me/index', 'reader-4', '.pass-name'],
  ['holds', `${circulation}/holds/index`, 'reader-4', '.hold-title'],
  ['fines', `${circulation}/fines/index`, 'reader-2', '.owed'],
  ['history that is off', `${circulation}/history/index`, 'reader-3', '[class*=note-action]'],
  ['choices', `${circulation}/choices/index`, 'reader-3', '.switch'],
  ['desk', '/packages/staff/pages/desk/index', 'librarian-1', '.main-button'],
  ['family', `${membership}/family/index`, 'reader-1', '.link-who'],
  ['family invitation', `${membership}/family-invite/index`, 'reader-1', '.main-button'],
  ['family consent', `${membership}/family-consent/index`, 'reader-1', '.main-button'],
  ['loans of the family', `${circulation}/family-loans/index?linkId=${linkId}`, 'reader-9', '.foot-renew'],
  ['unbinding', `${membership}/unbind/index`, 'reader-2', '.danger-button'],
];

const fits = (width: number, options: Record<string, string>): readonly Journey[] =>
  screens.map(([name, path, openid, content]) => ({
    name: `patron screens: ${name} fits ${width} px ${JSON.stringify(options)}`,
    viewport: { width, height: 700 },
    run: async ({ page, open }: Surroundings) => {
      await open(path, { ...options, openid });
      await page.locator(content).first().waitFor();
      deepStrictEqual(await tooWide(page), []);
      deepStrictEqual(await tooSmall(page), []);
    },
  }));

/** What needs a card, opened offline on a phone that has seen nothing yet. */
const saysOffline: readonly Journey[] = [
  '/pages/loans/index',
  ...['card', 'family', 'family-invite', 'term', 'unbind'].map((name) => `${membership}/${name}/index`),
  ...['holds', 'fines', 'history', 'choices', 'family-loans'].map((name) => `${circulation}/${name}/index`),
].map((path) => ({
  name: `patron screens: ${path} says offline that the library cannot be reached`,
  run: async ({ page, open }: Surroundings) => {
    await open(path, { openid: 'reader-4', network: 'none' });
    await page.getByText('连不上图书馆').waitFor();
    await page.getByText('再试一次', { exact: true }).waitFor();
  },
}));

export const journeys: readonly Journey[] = [
  ...saysOffline,
  ...fits(320, {}),
  ...fits(320, { font: '23.8', theme: 'dark' }),
  ...fits(430, {}),
];
