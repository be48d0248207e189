import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copies } from '../../database/collections/copies';
import { schema } from '../../database/collections/schema';
import { described } from '../../database/collections-table';
import { forProduction } from '../../database/production-schema';

const words = (text: string) => text.replaceAll(/[-| ]+/g, ' ');

test('a collection for production: its name, its indexes as the HTTP API takes them, its rule', () => {
  expect(forProduction([copies])).toEqual([
    {
      collection_name: 'copies',
      create_indexes: [{ name: 'bookId', unique: false, keys: [{ name: 'bookId', direction: '1' }] }],
      rule: { read: false, write: false },
    },
  ]);
});

test('every collection is there', () => {
  expect(forProduction(schema)).toHaveLength(schema.length);
});

test('the README describes the collections that there are', () => {
  const readme = readFileSync(join(__dirname, '../../database/README.md'), 'utf8');
  expect(words(described(readme, schema))).toBe(words(readme));
  for (const { name } of schema) expect(readme).toContain(`\`${name}\``);
});
