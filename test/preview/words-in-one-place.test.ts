import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(__dirname, '../..');

const filesUnder = (folder: string, endings: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('miniprogram_npm'));

/** Without comments, where an example of a title may stand. */
const spoken = (file: string): string =>
  readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');

const chinese = /[\p{Script=Han}\u3001\u3002\uff00-\uffef]/u;

test.each([
  ['miniprogram', /\.(ts|wxml|wxss|wxs)$/, /^miniprogram\/wording\//],
  ['cloudfunctions/circulation', /\.ts$/, /-wording\.ts$/],
  ['cloudfunctions/membership', /\.ts$/, /-wording\.ts$/],
  ['local/preview', /\.(ts|html|css)$/, /^local\/preview\/(runtime|workbench)\/wording\.ts$|\.html$/],
])('in %s, what is read in Chinese stands with the wording', (folder, endings, wording) => {
  const files = filesUnder(folder, endings);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !wording.test(file) && chinese.test(spoken(file)))).toEqual([]);
});

/** Every text in a file of words, by the texts of the source; names of classes are data. */
const texts = (file: string): string[] =>
  [...spoken(file).matchAll(/'([^'\n]*\p{Script=Han}[^'\n]*)'/gu)].map(([, text = '']) => text);

test('a whole sentence or label of the phone stands once', () => {
  const files = filesUnder('miniprogram/wording', /\.ts$/).filter((file) => !/clc-classes/.test(file));
  const all = files.flatMap((file) => texts(file));
  const twice = all.filter((text, index) => text.length > 3 && all.indexOf(text) !== index);
  expect(twice).toEqual([]);
});
