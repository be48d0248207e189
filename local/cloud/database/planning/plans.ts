import type { IndexDefinition } from '../indexes/index-definition';
import type { CollectionStore } from '../storage/collection-store';
import { idCursor } from '../storage/id-cursor';
import type { KeyCursor } from '../storage/key-cursor';
import type { Document } from '../values/value';
import { contiguousRange } from './bounds-walk';
import { conditionsOf, type Conditions } from './conditions';
import { indexBounds, type IndexBounds } from './index-bounds';
import { scanIndex, type Found, type Spent } from './index-scan';
import { isEverything } from './intervals';
import { mergeStreams } from './merge-streams';
import { explode, provisionOf, type Provision, type Sort } from './sort-provision';

/** A document that a plan has read. */
export type Row = { readonly number: number; readonly document: Document };

/** The order in which a plan finds documents: two plans can be merged if they agree on it. */
export type Order = { readonly backwards: boolean; readonly pattern: string };

/** One way to find documents; each step looks at a key and perhaps finds a document. */
export type Plan = {
  readonly name: string;
  /** Given where the documents come in the order asked for. */
  readonly order: Order | undefined;
  /** How many fields, from the first, have bounds. */
  readonly boundFields: number;
  /** The keys alone answer how many documents match. */
  readonly countable: boolean;
  found(spent: Spent): Generator<Found | undefined, void>;
};

type Access = { readonly definition: IndexDefinition; readonly cursor: (backwards: boolean) => KeyCursor };

const idIndex: IndexDefinition = {
  id: 0,
  name: '_id_',
  fields: [{ name: '_id', path: ['_id'], descending: false }],
  unique: true,
  multikey: [false],
};

const accessesOf = (store: CollectionStore): readonly Access[] => [
  { definition: idIndex, cursor: (backwards) => idCursor(store.documents, backwards) },
  ...store.indexes.map(({ definition, entries }) => ({
    definition,
    cursor: (backwards: boolean) => entries.cursor(backwards),
  })),
];

const unordered: Provision = { backwards: false, from: 0, to: 0 };

const orderOf = ({ fields }: IndexDefinition, { backwards, from, to }: Provision): Order => ({
  backwards,
  pattern: fields
    .slice(from, to)
    .map(({ name, descending }) => `${name}${descending ? '-' : '+'}`)
    .join(),
});

const boundFieldsOf = ({ fields }: IndexBounds): number => {
  const unbounded = fields.findIndex(isEverything);
  return unbounded < 0 ? fields.length : unbounded;
};

/** A scan of one index; where it must merge to be in order, a stream for each combination of points. */
const indexPlan = (
  { definition, cursor }: Access,
  bounds: IndexBounds,
  provision: Provision | undefined,
): Plan => {
  const { backwards, from, to } = provision ?? unordered;
  const parts = explode(bounds, from);
  return {
    name: definition.name,
    order: provision && orderOf(definition, provision),
    boundFields: boundFieldsOf(bounds),
    countable: bounds.exact && contiguousRange(bounds.fields) !== undefined,
    found: (spent) => {
      const scans = parts.map((part) =>
        scanIndex(
          { index: definition, cursor: cursor(backwards), bounds: part, backwards, orderFields: [from, to] },
          spent,
        ),
      );
      return scans.length === 1 && scans[0] ? scans[0] : mergeStreams(scans, backwards);
    },
  };
};

/** What an index bounds, whatever the order of its fields. */
const boundsText = ({ definition }: Access, { fields }: IndexBounds): string =>
  definition.fields
    .flatMap(({ name }, i) => (isEverything(fields[i] ?? []) ? [] : [JSON.stringify([name, fields[i]])]))
    .toSorted()
    .join();

type Candidate = {
  readonly access: Access;
  readonly bounds: IndexBounds;
  readonly provision: Provision | undefined;
};

/**
 * Leaves out a plan that would have to sort what another finds by the same bounds in order: it gives nothing before it
 * has read everything, so it can't win a trial, and would only read as much once more.
 */
const withoutBeaten = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const ordered = new Set(
    candidates.flatMap(({ access, bounds, provision }) => (provision ? [boundsText(access, bounds)] : [])),
  );
  return candidates.filter(
    ({ access, bounds, provision }) => provision !== undefined || !ordered.has(boundsText(access, bounds)),
  );
};

/** The plans that single indexes allow for predicates that must all hold. */
const indexPlans = (
  store: CollectionStore,
  { predicates, alternatives, complete }: Conditions,
  sort: Sort,
): Plan[] => {
  const candidates = accessesOf(store).flatMap((access): Candidate[] => {
    const bounds = indexBounds(access.definition, predicates);
    const provision = provisionOf(access.definition, bounds, sort);
    return boundFieldsOf(bounds) === 0 && (sort.length === 0 || !provision)
      ? []
      : [{ access, bounds, provision }];
  });
  return withoutBeaten(candidates).map(({ access, bounds, provision }) => {
    const exact = bounds.exact && complete && alternatives.length === 0;
    return indexPlan(access, { ...bounds, exact }, provision);
  });
};

const tightest = (plans: readonly Plan[]): Plan | undefined =>
  plans.filter(({ boundFields }) => boundFields > 0).toSorted((a, b) => b.boundFields - a.boundFields)[0];

const all = <T>(values: readonly (T | undefined)[]): readonly T[] | undefined =>
  values.every((value) => value !== undefined) ? values : undefined;

/** Each branch of an `$or` by an index of its own: merged if all give the order, one after another otherwise. */
const orPlan = (store: CollectionStore, branches: readonly Document[], sort: Sort): Plan | undefined => {
  const conditions = branches.map(conditionsOf);
  const ordered = all(
    conditions.map((part) => tightest(indexPlans(store, part, sort).filter(({ order }) => order))),
  );
  const [first] = ordered ?? [];
  const isMergeable =
    sort.length > 0 &&
    ordered?.every(
      ({ order }) => order?.pattern === first?.order?.pattern && order?.backwards === first?.order?.backwards,
    ) === true;
  const chosen = isMergeable ? ordered : all(conditions.map((part) => tightest(indexPlans(store, part, []))));
  if (!chosen) return undefined;
  return {
    name: chosen.map(({ name }) => name).join(' or '),
    order: isMergeable || sort.length === 0 ? first?.order : undefined,
    boundFields: 1,
    countable: false,
    *found(spent) {
      const scans = chosen.map((plan) => plan.found(spent));
      if (isMergeable) yield* mergeStreams(scans, first?.order?.backwards === true);
      else for (const scan of scans) yield* scan;
    },
  };
};

/** Every plan worth trying; none means reading the whole collection. */
export const plansFor = (store: CollectionStore, filter: Document, sort: Sort): readonly Plan[] => {
  const conditions = conditionsOf(filter);
  const plans = indexPlans(store, conditions, sort);
  const branches = conditions.alternatives[0];
  const or = branches && orPlan(store, branches, sort);
  return or ? [...plans, or] : plans;
};
