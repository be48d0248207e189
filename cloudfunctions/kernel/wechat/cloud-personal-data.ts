import type { Exported, Holding, Person, PersonalKeeper, PersonalRule } from '../personal-data';
import { everyDocument } from './cloud-records';
import type { Database } from './wx-cloud';

type Stored = Readonly<Record<string, unknown>>;

const idsOf = ({ openid, card, pseudonyms }: Person) => ({
  openid: [openid],
  card: card === null ? [] : [card],
  pseudonym: pseudonyms,
});

/** The documents of a person; null where nothing in the collection can be of this one. */
const conditionOf = ({ command }: Database, { namedBy }: PersonalRule, person: Person) => {
  const ids = idsOf(person);
  const ways = namedBy.flatMap(({ field, by, prefix = '' }): object[] =>
    ids[by].length === 0 ? [] : [{ [field]: command.in(ids[by].map((id) => `${prefix}${id}`)) }],
  );
  return ways.length === 0 ? null : command.or(ways);
};

const stayingOf = ({ command }: Database, { staying }: PersonalRule, condition: object) =>
  typeof staying === 'string' ? condition : command.and([condition, { [staying.field]: staying.value }]);

const goingOf = ({ command }: Database, { staying }: PersonalRule, condition: object) =>
  typeof staying === 'string'
    ? condition
    : command.and([condition, { [staying.field]: command.neq(staying.value) }]);

const counted = async (database: Database, collection: string, condition: object): Promise<number> =>
  ((await database.collection(collection).where(condition).count()) as { total: number }).total;

const holdingOf = async (database: Database, rule: PersonalRule, person: Person): Promise<Holding> => {
  const { collection, staying, reason } = rule;
  const condition = conditionOf(database, rule, person);
  if (condition === null) return { collection, count: 0, staying: 0, reason: null };
  const count = await counted(database, collection, condition);
  if (staying === 'nothing' || count === 0) return { collection, count, staying: 0, reason: null };
  const left =
    staying === 'everything'
      ? count
      : await counted(database, collection, stayingOf(database, rule, condition));
  return { collection, count, staying: left, reason: left === 0 ? null : reason };
};

/** A value without these fields; a path such as `proofs.fileId` reaches into objects and lists of them. */
const without = (value: unknown, paths: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((item) => without(item, paths));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, each]) => {
      if (paths.includes(field)) return [];
      const inside = paths.flatMap((path) =>
        path.startsWith(`${field}.`) ? path.slice(field.length + 1) : [],
      );
      return [[field, inside.length === 0 ? each : without(each, inside)]];
    }),
  );
};

const exportOf = async (database: Database, rule: PersonalRule, person: Person): Promise<Exported> => {
  const { collection, withheld } = rule;
  const condition = conditionOf(database, rule, person);
  if (condition === null) return { collection, documents: [] };
  const found = await everyDocument(database, collection, condition);
  return { collection, documents: found.map((document) => without(document, withheld) as Stored) };
};

const erase = async (database: Database, rule: PersonalRule, person: Person): Promise<void> => {
  const condition = conditionOf(database, rule, person);
  if (condition === null || rule.staying === 'everything') return;
  await database
    .collection(rule.collection)
    .where(goingOf(database, rule, condition))
    .remove();
};

/** What a context keeps of persons, by its rules; erased in the order of the rules, one after the other. */
export const cloudPersonalKeeper = (database: Database, rules: readonly PersonalRule[]): PersonalKeeper => {
  const holdings = (person: Person) => Promise.all(rules.map((rule) => holdingOf(database, rule, person)));
  return {
    holdings,
    export: (person) =>
      Promise.all(
        rules.filter(({ namedBy }) => namedBy.length > 0).map((rule) => exportOf(database, rule, person)),
      ),
    erase: async (person) => {
      const before = await holdings(person);
      for (const rule of rules) await erase(database, rule, person);
      return before;
    },
  };
};
