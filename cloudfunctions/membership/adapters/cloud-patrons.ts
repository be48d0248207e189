import type { Transaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { formsOfCardNumber } from '../domain/card/card-number';
import type { Patron } from '../domain/patrons/patron';
import { readPatron, type PatronDocument } from '../domain/patrons/read-patron';

const understood = (document: PatronDocument | null): Patron | null =>
  document === null ? null : readPatron(document).patron;

/** Reads a patron by card, parsed; null where there is none. One call, one document. */
export const cloudPatron =
  (database: Database) =>
  async (card: string): Promise<Patron | null> =>
    understood(await documentById<PatronDocument>(database, 'patrons', card));

/** The same inside a transaction: as the patron stood when it began. */
export const patronWithin = async (transaction: Transaction, card: string): Promise<Patron | null> =>
  understood(await transaction.read<PatronDocument>('patrons', card));

/** Patrons by card in one query, a thousand at most; those whom nobody knows are left out. */
export const cloudPatronsOf =
  (database: Database) =>
  async (cards: readonly string[]): Promise<readonly Patron[]> => {
    const query = database.collection('patrons').where({ _id: database.command.in([...cards]) });
    const found = await documentsOf<PatronDocument>(query.limit(1000));
    return found.flatMap((document) => understood(document) ?? []);
  };

/** The card whose number was typed, in capitals where there is none as typed; one query, whether there is one or not. */
export const cloudCardAs =
  (database: Database) =>
  async (typed: string): Promise<string> => {
    const forms = formsOfCardNumber(typed);
    const query = database.collection('patrons').where({ _id: database.command.in([...forms]) });
    const found = await documentsOf<{ readonly _id: string }>(query.field({ _id: true }).limit(forms.length));
    return forms.find((form) => found.some(({ _id }) => _id === form)) ?? typed;
  };
