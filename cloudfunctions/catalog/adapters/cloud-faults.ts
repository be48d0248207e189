import type { Clock, DocumentFault, FaultList } from '../ports';
import { documentsOf, type Database } from '../../kernel/wx-cloud';
import { addDocuments } from './cloud-additions';
import { everyDocument } from './cloud-records';

type KeptFault = DocumentFault & { readonly seenAt: Date };

const firstOfEach = (faults: readonly DocumentFault[]): Map<string, DocumentFault> => {
  const first = new Map<string, DocumentFault>();
  for (const fault of faults) if (!first.has(fault._id)) first.set(fault._id, fault);
  return first;
};

const isSame = (a: DocumentFault, b: DocumentFault | undefined): boolean =>
  a.field === b?.field && a.code === b.code;

/** The list of faults: one for a document, the first found, since when it has been seen; gone when mended. */
export const cloudFaults = (database: Database, now: Clock): FaultList => ({
  some: async (limit) => {
    const found = await documentsOf<KeptFault>(database.collection('faults').where({}).limit(limit));
    return found.map((fault) => fault._id);
  },
  renew: async (documentIds, found) => {
    const faults = database.collection('faults');
    const _id = database.command.in([...documentIds]);
    const known = await everyDocument<KeptFault>(database, 'faults', { _id });
    const current = firstOfEach(found);
    const gone = known.filter((fault) => !isSame(fault, current.get(fault._id))).map((fault) => fault._id);
    if (gone.length > 0) await faults.where({ _id: database.command.in(gone) }).remove();
    const kept = new Set(known.map((fault) => fault._id).filter((id) => !gone.includes(id)));
    const fresh = [...current.values()].filter((fault) => !kept.has(fault._id));
    const seenAt = now();
    await addDocuments(
      database,
      'faults',
      fresh.map((fault) => ({ ...fault, seenAt })),
    );
  },
});
