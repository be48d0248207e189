import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterChanges, foldersOf } from '../../local/watch-tree';

let root = '';
let end = (): void => {};
let wake = (): void => {};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watch-tree-'));
  mkdirSync(join(root, 'pages'));
  writeFileSync(join(root, 'pages/home.ts'), 'first');
  end = afterChanges(root, async () => wake());
});

afterEach(() => {
  end();
  rmSync(root, { recursive: true, force: true });
});

const write = (file: string, text: string): void => writeFileSync(join(root, file), text);

/** As many editors save: the new file takes the old one's name. */
const saveByRename = (file: string, text: string): void => {
  write(`${file}.new`, text);
  renameSync(join(root, `${file}.new`), join(root, file));
};

/** Changes something. @returns what `look` sees, once the work has been done and it sees what is wanted. */
const seenAfter = <S>(change: () => void, look: () => S, wanted: S): Promise<S> =>
  new Promise((resolve) => {
    wake = () => {
      if (look() === wanted) resolve(wanted);
    };
    change();
  });

const isThere = (): boolean => existsSync(join(root, 'pages/book'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test.each([
  ['saved by renaming', saveByRename],
  ['written in its place', write],
])('a file that is %s is noticed each time', async (_, save) => {
  const file = 'pages/home.ts';
  for (const text of ['second', 'third', 'fourth'])
    expect(
      await seenAfter(
        () => save(file, text),
        () => read(file),
        text,
      ),
    ).toBe(text);
});

test('a folder that comes later is watched, and one of the same name after it was removed', async () => {
  const file = 'pages/book/parts/x.ts';
  for (const round of ['a', 'b']) {
    const make = () => void mkdirSync(join(root, 'pages/book/parts'), { recursive: true });
    expect(await seenAfter(make, isThere, true)).toBe(true);
    for (const text of [`${round}1`, `${round}2`]) {
      const save = () => saveByRename(file, text);
      expect(await seenAfter(save, () => read(file), text)).toBe(text);
    }
    const remove = () => rmSync(join(root, 'pages/book'), { recursive: true });
    expect(await seenAfter(remove, isThere, false)).toBe(false);
  }
});

test('what is installed or hidden is not watched', () => {
  for (const folder of ['node_modules/vant', '.cache', 'pages/book'])
    mkdirSync(join(root, folder), { recursive: true });
  expect(foldersOf(root).map((folder) => relative(root, folder))).toEqual(['', 'pages', 'pages/book']);
});

test('a folder that is not there is no fault', () => {
  expect(foldersOf(join(root, 'none'))).toEqual([]);
});
