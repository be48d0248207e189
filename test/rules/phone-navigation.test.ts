import { open, openTab } from '../../miniprogram/platform/navigate';

type Going = { readonly url: string; readonly arrive: () => void; readonly fail: () => void };

let under: number;
let goings: (Going & { readonly how: string })[];
let said: string[];

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

const going =
  (how: string) =>
  ({ url }: { url: string }) =>
    new Promise<void>((resolve, reject) => {
      goings.push({ how, url, arrive: resolve, fail: () => reject(new Error(`${how}:fail`)) });
    });

beforeEach(() => {
  [under, goings, said] = [1, [], []];
  Object.assign(globalThis, {
    getCurrentPages: () => Array.from({ length: under }),
    wx: {
      navigateTo: going('navigateTo'),
      redirectTo: going('redirectTo'),
      switchTab: going('switchTab'),
      showToast: ({ title }: { title: string }) => void said.push(title),
    },
  });
});

afterEach(async () => {
  for (const { arrive } of goings) arrive();
  await settle();
});

afterAll(() => {
  for (const name of ['wx', 'getCurrentPages']) Reflect.deleteProperty(globalThis, name);
});

test('a second tap while a page is on its way opens nothing; the next one does', async () => {
  open('/a');
  open('/a');
  expect(goings.map(({ url }) => url)).toEqual(['/a']);
  goings[0]?.arrive();
  await settle();
  open('/b');
  expect(goings.map(({ url }) => url)).toEqual(['/a', '/b']);
});

test('a refusal is said in words, and the same page can be asked for again', async () => {
  open('/a');
  goings[0]?.fail();
  await settle();
  expect(said).toEqual(['这一页没打开，请再试一次']);
  open('/a');
  expect(goings).toHaveLength(2);
});

test('on a full stack the page takes the place of the last one', () => {
  under = 10;
  open('/a');
  expect(goings.map(({ how }) => how)).toEqual(['redirectTo']);
});

test('a tab that does not open says so too', async () => {
  openTab('/a');
  goings[0]?.fail();
  await settle();
  expect(said).toHaveLength(1);
});
