import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copies } from '../../database/collections/copies';
import { schema } from '../../database/collections/schema';
import { described } from '../../database/collections-table';
import { forProduction } from '../../database/production-schema';
import { REPOSITORY, STORAGE_RULE } from '../../local/cloud/cloud-parts';
import { readStorageRule } from '../../local/cloud/storage/storage-rule';

const words = (text: string) => text.replaceAll(/[-| ]+/g, ' ');

test('a collection for production: its name, its indexes as the HTTP API takes them, its rule', () => {
  expect(forProduction([copies]).collections).toEqual([
    {
      collection_name: 'copies',
      create_indexes: [{ name: 'bookId', unique: false, keys: [{ name: 'bookId', direction: '1' }] }],
      rule: { read: false, write: false },
    },
  ]);
});

test('every collection is there', () => {
  expect(forProduction(schema).collections).toHaveLength(schema.length);
});

test('the storage has the rule that the embedded cloud keeps, and it lets phones do nothing', () => {
  expect(forProduction([]).storage_rule).toEqual({ read: false, write: false });
  const asked = { openid: 'oReader', owner: 'oReader' };
  const rule = readStorageRule(join(REPOSITORY, STORAGE_RULE));
  expect(() => rule.checkRead(asked)).toThrow('permission denied');
  expect(() => rule.checkWrite(asked)).toThrow('permission denied');
});

test('the README describes the collections that there are', () => {
  const readme = readFileSync(join(__dirname, '../../database/README.md'), 'utf8');
  expect(words(described(readme, schema))).toBe(words(readme));
  for (const { name } of schema) expect(readme).toContain(`\`${name}\``);
});

const json = (file: string): unknown => JSON.parse(readFileSync(join(REPOSITORY, file), 'utf8'));
type Deployed = {
  readonly name: string;
  readonly installDependency?: boolean;
  readonly triggers?: readonly unknown[];
};
type Configured = { readonly triggers: readonly unknown[] };
const { functions } = json('cloudbaserc.json') as { readonly functions: readonly Deployed[] };

test.each(functions)(
  'the command line deploys $name with the SDK installed and the timers that DevTools would upload',
  ({ name, installDependency, triggers = [] }) => {
    const { triggers: configured } = json(`cloudfunctions/${name}/function/config.json`) as Configured;
    expect(installDependency).toBe(true);
    expect(triggers).toEqual(configured);
  },
);
