import { misnumberedDocuments } from '../../kernel/wechat/misnumbered-documents';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { readPatron, unknownCategory, type PatronDocument } from '../domain/patrons/read-patron';
import { categoryIds } from './cloud-categories';
import type { InitialPins, PatronWalk } from '../ports/binding';

type Kept = { readonly progress?: { readonly after?: string } };

/** The walk through `patrons`; how far it has come stands in the document of its job. */
export const cloudPatronWalk = (database: Database, job: string): PatronWalk => {
  const jobs = database.collection('jobs');
  const { command } = database;
  return {
    place: async () => (await documentsOf<Kept>(jobs.where({ _id: job })))[0]?.progress?.after ?? '',
    keepPlace: async (after) => {
      await jobs.where({ _id: job }).update({ data: { progress: command.set({ after }) } });
    },
    next: async (after, most) => {
      const query = database.collection('patrons').where({ _id: command.gt(after) });
      const documents = await documentsOf<PatronDocument>(query.orderBy('_id', 'asc').limit(most));
      const known = await categoryIds(database);
      return {
        cards: documents.map(({ _id }) => String(_id)),
        faults: documents.flatMap((document) => {
          const { patron, faults } = readPatron(document);
          return patron === null ? faults : [...faults, ...unknownCategory(patron, known)];
        }),
      };
    },
    misnumbered: () => misnumberedDocuments(database, 'patrons'),
  };
};

/** The patrons whose PIN is not hashed yet, found by the index over it: no other document has the field. */
export const cloudInitialPins = (database: Database): InitialPins => {
  const { command } = database;
  const patrons = database.collection('patrons');
  // By value, not by `exists`: that would fetch every document of the index.
  const isTyped = { initialPin: command.or([command.gt(''), command.gte(0)]) };
  return {
    some: async (most) => {
      const found = await documentsOf<PatronDocument>(
        patrons.where(isTyped).field({ _id: true }).limit(most),
      );
      return found.map(({ _id }) => _id);
    },
    drop: async (id) => {
      await patrons.where({ _id: id }).update({ data: { initialPin: command.remove() } });
    },
  };
};
