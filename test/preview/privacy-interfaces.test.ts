import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const source = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|wxml)$/.test(file) && !file.includes('miniprogram_npm'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');

/** What WeChat disables unless it is declared (小程序用户隐私保护指引内容介绍), as far as a library might use it. */
const privacyInterfaces = [
  'setClipboardData',
  'getClipboardData',
  'getLocation',
  'getFuzzyLocation',
  'chooseLocation',
  'chooseAddress',
  'chooseImage',
  'chooseMedia',
  'chooseMessageFile',
  'saveImageToPhotosAlbum',
  'addPhoneContact',
  'addPhoneCalendar',
  'createCameraContext',
  'getRecorderManager',
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'chooseAvatar',
];

test('the first day on the real cloud lists every privacy interface that the phone uses', () => {
  const phone = source('miniprogram');
  const used = privacyInterfaces.filter((name) => new RegExp(`\\b${name}\\b`).test(phone));
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(used).toContain('setClipboardData');
  expect(used.filter((name) => !readme.includes(name))).toEqual([]);
});
