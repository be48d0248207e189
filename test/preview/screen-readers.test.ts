import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../miniprogram');
const screens = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'),
);

/** The opening tags that say they are a link or a button. */
const announced = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/<[\w-]+(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /aria-role="(?:link|button)"/.test(tag));

test('what is read out as a link or a button is itself what is tapped', () => {
  expect(screens.flatMap(announced).length).toBeGreaterThan(20);
  expect(screens.flatMap(announced).filter((tag) => !/\s(?:bind|catch):tap="/.test(tag))).toEqual([]);
});

test('a row of results is one link, read out in one line', () => {
  const [row] = announced('packages/catalog/components/result-chunk/index.wxml');
  expect(row).toContain('aria-label="{{item.label}}"');
});
