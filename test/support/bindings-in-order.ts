import type { Database } from '../../cloudfunctions/kernel/wechat/wx-cloud';

type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** The collections that binding writes. */
const collections = [
  'patrons',
  'card_bindings',
  'wechat_accounts',
  'pseudonyms',
  'card_secrets',
  'audit',
] as const;
export type Records = Readonly<Record<(typeof collections)[number], readonly Document[]>>;

export const readRecords = async (database: Database): Promise<Records> => {
  const read = async (name: string) =>
    ((await database.collection(name).limit(1000).get()) as { data: Document[] }).data;
  const entries = await Promise.all(collections.map(async (name) => [name, await read(name)] as const));
  return Object.fromEntries(entries) as unknown as Records;
};

const withId = (documents: readonly Document[], id: unknown) => documents.find(({ _id }) => _id === id);

const faultsOfBinding = (records: Records, { _id: card, ...binding }: Document): string[] => {
  const [openid, pseudonym] = [String(binding['openid']), binding['pseudonym']];
  const { audit, card_bindings: bindings, wechat_accounts: accounts } = records;
  const told = audit.filter(
    (line) =>
      line['patron'] === pseudonym && line['action'] === 'membership.bindCard' && line['result'] === 'done',
  );
  return [
    ...(bindings.some((other) => other._id !== card && other['openid'] === openid)
      ? [`${openid}: has two cards`]
      : []),
    ...(withId(accounts, openid)?.['card'] === card ? [] : [`${openid}: does not know its card ${card}`]),
    ...(withId(records.pseudonyms, card)?.['pseudonym'] === pseudonym ? [] : [`${card}: another pseudonym`]),
    ...(told.length > 0 ? [] : [`${card}: bound without an audit line`]),
    ...(withId(records.card_secrets, card)?.['mustChange'] === false &&
    withId(records.patrons, card)?.['initialPin'] === undefined
      ? []
      : [`${card}: bound by a PIN that must be changed`]),
  ];
};

/** What is not as it must be in the records of bindings, whatever was cut off and whoever came at once. */
export const bindingFaults = (records: Records): string[] => [
  ...records.card_bindings.flatMap((binding) => faultsOfBinding(records, binding)),
  ...records.wechat_accounts
    .filter(({ card, unboundAt }) => (card === undefined) === (unboundAt === undefined))
    .map(({ _id }) => `${_id}: neither with a card nor without one`),
];
