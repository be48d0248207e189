import type { Owner } from './askers';

/** What people of the library own, one of each; README.md beside this file tells which stand where. */
export const kinds = [
  'loan',
  'past-loan',
  'copy',
  'book',
  'hold',
  'ready-hold',
  'fine',
  'billed-fine',
  'payment',
  'overpayment',
  'message',
  'application',
  'proof',
] as const;
export type Kind = (typeof kinds)[number];

/** The id of a thing says whose it is, so that it is seen where it is shown to somebody else. */
export const thingOf = (kind: Kind, owner: Owner): string => `${kind}-of-${owner}`;

/** Whose things a text tells of. */
export const ownersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/-of-([a-z]+)/g)].map(([, owner = '']) => owner)),
];

/** A title that everybody may want: its only copy is with somebody else. */
export const wanted = { bookId: 'book-wanted', barcode: 'copy-wanted' } as const;
/** A copy that stands free on its shelf. */
export const free = { bookId: 'book-free', barcode: 'copy-free' } as const;

/** A card that no WeChat has, with what binds it. */
export const unbound = { cardNumber: '2021000007', name: '林知夏', pin: 'first-pin-7' } as const;
/** What somebody else has offered, or what an admin has made out, to whoever enters it. */
export const codes = { family: 'FAM22345ABCDEFGH', staff: 'first-Librarian-2026' } as const;
/** What the library has sealed in this world: a code for the unbound card, and one that the phone of `patron` shows. */
export type SealedCodes = { readonly desk: string; readonly card: string };
export const inviter = '2021000008';
