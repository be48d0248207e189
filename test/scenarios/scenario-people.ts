import type { Scenario } from './scenario';
import { idsOf } from './ids';

/** A document as the console imports it. */
export type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;
/** Documents by collection. */
export type Documents = Readonly<Record<string, readonly Document[]>>;

export const patronCategory = 'reader';
export const librarian = 'o-librarian';

/** What all rows share. */
export const staffDocuments: Documents = {
  staff: [{ _id: librarian, role: 'librarian', name: '馆员' }],
  patron_categories: [
    {
      _id: patronCategory,
      name: '读者',
      kind: 'campus',
      loanLimit: 100,
      holdLimit: 100,
      rights: ['borrow', 'hold', 'preview', 'download'],
    },
  ],
};

const holders = ({ holds }: Scenario): readonly string[] => {
  const ids = holds.map((_, place) => place);
  return ids.map((place) => `hold-${place}`);
};

/** Other readers of a row: who has the loan of somebody else, who has a sister copy, who waits, and who comes to wait. */
const others = (scenario: Scenario): readonly string[] => [
  'owner',
  'sister',
  ...holders(scenario),
  ...(scenario.steps ?? [])
    .flatMap((step) => (step.do === 'race' ? step.calls : [step]))
    .map((_, place) => `step-${place}`),
];

/** The reader of a row and the other ones, each with the card bound to a WeChat. */
export const peopleDocuments = (scenario: Scenario): Documents => {
  const ids = idsOf(scenario);
  const { status, membershipEndsOn } = scenario.patron;
  const otherCards = others(scenario).map((name) => ids.otherCard(name));
  const cards = [ids.card, ...otherCards];
  return {
    patrons: [
      { _id: ids.card, name: '读者', category: patronCategory, status, endsOn: membershipEndsOn },
      ...otherCards.map((card) => ({
        _id: card,
        name: '别的读者',
        category: patronCategory,
        status: 'active',
      })),
    ],
    card_bindings: cards.map((card) => ({
      _id: card,
      openid: ids.openid(card),
      pseudonym: `p-${card}`,
      version: 1,
      boundAt: { $date: new Date(scenario.now).toISOString() },
    })),
    pseudonyms: cards.map((card) => ({ _id: card, pseudonym: `p-${card}` })),
    wechat_accounts: cards.map((card) => ({ _id: ids.openid(card), card })),
  };
};
