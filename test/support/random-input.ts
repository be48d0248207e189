import * as fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import { inputsOf } from './inputs-of';
import type { MemoryDatabase } from './memory-database';
import { told, type SomeReply } from './serving';

const odd = fc.constantFrom<unknown>(
  '',
  '__proto__',
  'constructor',
  '$where',
  'a/b',
  '\u0000',
  '😀'.repeat(40),
  -1,
  1e308,
  Number.NaN,
  { $gt: '' },
  { $ne: null },
  [[]],
  '2026-02-30',
);

/** Input with the fields that an action knows, each filled with whatever, or left out. */
const roughInput = (schema: GenericSchema, known: readonly unknown[]): fc.Arbitrary<unknown> => {
  const { entries = {} } = schema as { readonly entries?: Readonly<Record<string, unknown>> };
  const anything = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: odd },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  const fields = Object.fromEntries(Object.keys(entries).map((name) => [name, anything]));
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 4, arbitrary: fc.record(fields) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
};

/** What a phone may send: half of it an action takes, the rest is whatever; `known` means something in the database. */
export const randomInput = (schema: GenericSchema, known: readonly unknown[]): fc.Arbitrary<unknown> => {
  const texts = known.filter((one) => typeof one === 'string');
  return fc.oneof(inputsOf(schema, texts), roughInput(schema, known));
};

const writes = /insertDocument|modifyDocument|removeDocument/;

/** The collections that were written to after so many requests, in the order in which it began. */
export const writtenSince = (
  { requests }: Pick<MemoryDatabase, 'requests'>,
  since: number,
): readonly string[] => [
  ...new Set(
    requests
      .slice(since)
      .flatMap(({ action, collectionName }) => (writes.test(action) ? [String(collectionName)] : [])),
  ),
];

/** What refusals may write all the same, by their code; every refusal may write to the audit log. */
export type WrittenByRefusals = Readonly<Record<string, readonly string[]>>;

/** Whom a question is put to; `lines` is its log. */
type Asked = Pick<MemoryDatabase, 'requests'> & { readonly lines: readonly object[] };

/** Sees that a question is answered, never with `unexpected`, and that a refusal writes only what it may. */
export const seeItAnswered = async (
  asked: Asked,
  ask: () => Promise<SomeReply>,
  may: WrittenByRefusals = {},
): Promise<void> => {
  const since = asked.requests.length;
  const reply = await ask();
  const code = told(reply);
  if (code === 'unexpected' || code === 'none') throw new Error(JSON.stringify(asked.lines.at(-1)));
  const allowed = new Set(['audit', ...(may[code] ?? [])]);
  const written = reply.ok ? [] : writtenSince(asked, since).filter((name) => !allowed.has(name));
  expect({ code, written }).toEqual({ code, written: [] });
};
