import {
  anything,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  string,
  stringMatching,
  type Arbitrary,
} from 'fast-check';
import { safeParse, type GenericSchema } from 'valibot';

/** What a schema shows of itself, as far as the contracts use it. */
type Shown = GenericSchema & {
  readonly entries?: Readonly<Record<string, GenericSchema>>;
  readonly wrapped?: GenericSchema;
  readonly item?: GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
};

/** Texts that mean something somewhere: ids, cards, days; and some that are hard. */
export const hardTexts = [
  '',
  ' ',
  '0',
  '-1',
  '2026-02-30',
  '__proto__',
  '\ud800',
  '林\u0000',
  'x'.repeat(300),
];

const isTaken =
  (schema: GenericSchema) =>
  (value: unknown): boolean =>
    safeParse(schema, value).success;

const textsOf = (schema: Shown, known: readonly string[]): Arbitrary<unknown> => {
  const patterns = (schema.pipe ?? []).flatMap(({ requirement }) =>
    requirement instanceof RegExp ? [new RegExp(requirement.source)] : [],
  );
  const good = [...known, ...hardTexts].filter(isTaken(schema));
  const matching = patterns.map((pattern) => stringMatching(pattern).filter(isTaken(schema)));
  // What a check of its own asks for is never hit by chance.
  const isFree = (schema.pipe ?? []).every(
    ({ type }) => type !== 'regex' && type !== 'check' && type !== 'base64',
  );
  const free = isFree ? [string({ unit: 'grapheme' }).filter(isTaken(schema))] : [];
  const all = [...(good.length > 0 ? [constantFrom(...good)] : []), ...matching];
  return all.length > 0 ? oneof(...all, ...free) : oneof(...free);
};

const numbersOf = (schema: GenericSchema): Arbitrary<unknown> => {
  const good = [0, 1, 2, 7, 30, 1000, 1990, 1_774_000_000_000, 0.5].filter(isTaken(schema));
  return oneof(constantFrom(...good), integer({ min: -10, max: 100_000 }).filter(isTaken(schema)));
};

const fieldsOf = (entries: Readonly<Record<string, GenericSchema>>, known: readonly string[]) => {
  const requiredKeys = Object.keys(entries).filter((name) => entries[name]?.type !== 'optional');
  const fields = Object.entries(entries).map(([name, entry]) => [name, inputsOf(entry, known)] as const);
  return record(Object.fromEntries(fields), { requiredKeys });
};

const listsOf = (shown: Shown, known: readonly string[]): Arbitrary<unknown> => {
  const exact = shown.pipe?.find(({ type }) => type === 'length')?.requirement;
  const [minLength, maxLength] = typeof exact === 'number' ? [exact, exact] : [1, 3];
  const items = inputsOf(shown.item as GenericSchema, known);
  return array(items, { minLength, maxLength }).filter(isTaken(shown));
};

/** Inputs that a schema takes; texts are chosen among those that are known to mean something, and others. */
export const inputsOf = (schema: GenericSchema, known: readonly string[]): Arbitrary<unknown> => {
  const shown = schema as Shown;
  const inner = () => inputsOf(shown.wrapped as GenericSchema, known);
  switch (schema.type) {
    case 'object':
      return fieldsOf(shown.entries ?? {}, known).filter(isTaken(schema));
    case 'optional':
      return inner();
    case 'nullable':
    case 'nullish':
      return option(inner());
    case 'array':
      return listsOf(shown, known);
    case 'string':
      return textsOf(shown, known);
    case 'number':
      return numbersOf(schema);
    case 'boolean':
      return boolean();
    case 'literal':
      return constant(shown.literal);
    case 'picklist':
      return constantFrom(...(shown.options ?? []));
    case 'union':
    case 'variant':
      return oneof(...(shown.options ?? []).map((one) => inputsOf(one as GenericSchema, known)));
    default:
      return anything().filter(isTaken(schema));
  }
};
