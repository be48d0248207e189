import { newPatronCirculation, type PatronCirculation } from '../domain/records/patron-circulation';
import { untouchedTitle, type TitleCirculation } from '../domain/records/title-circulation';

type Document = { readonly _id: string };
export type TitleDocument = Document & Partial<Omit<TitleCirculation, 'bookId'>>;
export type AccountDocument = Document & Partial<Omit<PatronCirculation, 'card'>>;

export const titleOf = (bookId: string, document: TitleDocument | null): TitleCirculation => {
  const { _id, ...fields } = document ?? { _id: bookId };
  return { ...untouchedTitle(_id), ...fields };
};

export const accountOf = (card: string, document: AccountDocument | null): PatronCirculation => {
  const { _id, ...fields } = document ?? { _id: card };
  return { ...newPatronCirculation(_id), ...fields };
};
