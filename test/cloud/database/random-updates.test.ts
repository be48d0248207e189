import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openDatabase } from '../../../local/cloud/database/database-service';
import { fromWire, toWire } from '../../../local/cloud/database/values/wire';
import type { Document } from '../../../local/cloud/database/values/value';
import { collectionOf } from './support/collection-of';
import { indexFaults } from './support/index-faults';

type Step =
  | { readonly kind: 'put'; readonly id: number; readonly tags: readonly number[]; readonly n: number }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'push'; readonly id: number; readonly tag: number };

const tag = fc.integer({ min: 0, max: 5 });
const id = fc.integer({ min: 0, max: 9 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id, tags: fc.array(tag, { maxLength: 4 }), n: tag }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('push' as const), id, tag }),
);

const requestOf = (one: Step): Record<string, unknown> => {
  const query = toWire({ _id: `d${one.id}` });
  if (one.kind === 'remove') return { action: 'database.removeDocument', query, multi: false };
  const write = { action: 'database.modifyDocument', query, multi: false };
  return one.kind === 'put'
    ? { ...write, merge: false, upsert: true, data: toWire({ tags: one.tags, n: one.n }) }
    : { ...write, merge: true, upsert: false, data: toWire({ $push: { tags: one.tag } }) };
};

const applyTo = (model: Map<string, Document>, one: Step): void => {
  const key = `d${one.id}`;
  if (one.kind === 'remove') model.delete(key);
  else if (one.kind === 'put') model.set(key, { _id: key, tags: one.tags, n: one.n });
  else {
    const old = model.get(key);
    if (old) model.set(key, { ...old, tags: [...(old['tags'] as number[]), one.tag] });
  }
};

const byId = (a: Document, b: Document): number => ((a['_id'] as string) < (b['_id'] as string) ? -1 : 1);

const numberOf = ({ n }: Document): number => n as number;

describe('random writes against a plain map', () => {
  const folder = mkdtempSync(join(tmpdir(), 'random-'));
  const file = join(folder, 'database.sqlite');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('leaves indexes that answer as the documents are, however their runs were merged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 150 }), async (steps) => {
        const collections = [
          collectionOf('c', [
            [
              ['tags', 1],
              ['n', -1],
            ],
            [['n', 1]],
          ]),
        ];
        const database = openDatabase({ file, now: () => new Date(0), collections });
        const model = new Map<string, Document>();
        for (const one of steps) {
          await database.handle({ collectionName: 'c', ...requestOf(one) } as never);
          applyTo(model, one);
        }
        for (let wanted = 0; wanted <= 5; wanted++) {
          for (const path of ['tags', 'n']) {
            const { reply } = await database.handle({
              action: 'database.getDocument',
              collectionName: 'c',
              query: toWire({ [path]: wanted }),
              order: toWire({ n: -1 }),
            });
            const found = (reply as { data: { list: string[] } }).data.list.map(
              (text) => fromWire(text, () => new Date(0)) as Document,
            );
            const expected = [...model.values()].filter((one) =>
              path === 'n' ? one['n'] === wanted : (one['tags'] as number[]).includes(wanted),
            );
            expect(found.toSorted(byId)).toEqual(expected.toSorted(byId));
            expect(found.map(numberOf)).toEqual(expected.map(numberOf).toSorted((a, b) => b - a));
          }
        }
        database.close();
        expect(indexFaults(file)).toEqual([]);
        rmSync(file);
      }),
      { numRuns: 40 },
    );
  });
});
