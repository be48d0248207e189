import type { Collection, Field } from '../../database/collection';
import { schema } from '../../database/collections/schema';
import { copyStatuses } from '../../cloudfunctions/catalog/domain/works/book-record';
import { copies } from '../../database/collections/copies';

const chinese = /\p{Script=Han}/u;

type PlacedField = readonly [path: string, field: Field];
const placed = (fields: Readonly<Record<string, Field>>, under = ''): PlacedField[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const inside = placed(field.fields ?? {}, `${under}${name}.`);
    inside.unshift([`${under}${name}`, field]);
    return inside;
  });

test('collections are named once, in plural snake case', () => {
  const names = schema.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
});

test('a copy has the statuses that the phone knows', () => {
  expect(copies.fields['status']?.values).toEqual(copyStatuses);
});

describe.each(schema.map((collection) => [collection.name, collection] as const))('%s', (_, collection) => {
  const fields = placed(collection.fields);

  test('says in both languages what it is', () => {
    expect(collection.zh).toMatch(chinese);
    expect(collection.en).not.toMatch(chinese);
    expect(collection.en.length).toBeGreaterThan(3);
    expect(collection.owner).toMatch(/^[a-z-]+$/);
  });

  test('has a required string id', () => {
    expect(collection.fields['_id']).toMatchObject({ type: 'string', required: true });
  });

  test.each(fields)('%s is explained in both languages and marked personal or not', (path, field) => {
    expect(path).toMatch(/^(_id|[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*)$/);
    expect(field.zh).toMatch(chinese);
    expect(field.en).not.toMatch(chinese);
    expect(field.en.length).toBeGreaterThan(3);
    expect(typeof field.personal).toBe('boolean');
    expect(field.fields === undefined || ['object', 'objects'].includes(field.type)).toBe(true);
  });

  test('denies clients everything', () => {
    expect(collection.rule).toEqual({ read: false, write: false });
  });

  test('stays within the 20 indexes of a collection', () => {
    expect(collection.indexes.length).toBeLessThanOrEqual(20);
  });

  test('names its indexes once and over fields that it has', () => {
    const names = collection.indexes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const index of collection.indexes) {
      expect(index.fields.length).toBeGreaterThan(0);
      for (const [path] of index.fields)
        expect(Object.fromEntries(fields)).toHaveProperty([path.split('.', 1).join()]);
    }
  });

  test('has no index over two lists, which MongoDB refuses', () => {
    for (const index of collection.indexes) expect(listsIn(index.fields, collection)).toBeLessThanOrEqual(1);
  });

  test('has a unique index over required fields only, since a missing field counts as null', () => {
    for (const index of collection.indexes.filter(({ unique }) => unique)) {
      for (const [path] of index.fields) expect(collection.fields[path]?.required).toBe(true);
    }
  });
});

const lists = new Set<Field['type'] | undefined>(['strings', 'integers', 'days', 'objects']);
const listsIn = (fields: readonly (readonly [string, 1 | -1])[], collection: Collection): number => {
  const tops = new Set(fields.map(([path]) => path.split('.')[0] ?? ''));
  return [...tops].filter((top) => lists.has(collection.fields[top]?.type)).length;
};
