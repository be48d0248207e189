import { addDocuments } from './cloud-additions';
import { everyDocument } from './cloud-records';
import type { DocumentFault, FaultList } from '../document-fault';
import { faultWords } from '../fault-wording';
import type { Database } from './wx-cloud';
import type { Clock } from '../clock';

/** One mistake as librarians read it. */
type ToldFault = Omit<DocumentFault, '_id'> & { readonly message: string };
/** The first mistake stands in front, where the console's list shows it. */
type KeptFault = ToldFault & {
  readonly _id: string;
  readonly more: readonly ToldFault[];
  readonly seenAt: Date;
};

/** More of one document's mistakes are told when these are mended. */
const mostOfOne = 20;

const told = ({ field, code }: DocumentFault): ToldFault => ({ field, code, message: faultWords[code] });

const byDocument = (faults: readonly DocumentFault[]): Map<string, ToldFault[]> => {
  const all = new Map<string, ToldFault[]>();
  for (const fault of faults) {
    const known = all.get(fault._id) ?? [];
    const isTold = known.some(({ field, code }) => field === fault.field && code === fault.code);
    if (!isTold && known.length < mostOfOne) all.set(fault._id, [...known, told(fault)]);
  }
  return all;
};

/** Written by an older version, it tells none. */
const toldBefore = ({ field, code, message, more = [] }: Partial<KeptFault>): unknown => [
  { field, code, message },
  ...more,
];

const isSame = (kept: KeptFault, current: readonly ToldFault[] | undefined): boolean =>
  JSON.stringify(toldBefore(kept)) === JSON.stringify(current);

/** The list of faults: one document for each faulty one, with all its faults, since when it says so; gone when mended. */
export const cloudFaults = (database: Database, now: Clock): FaultList => {
  const { command } = database;
  const renewWhere = async (condition: object, found: readonly DocumentFault[]): Promise<void> => {
    const known = await everyDocument<KeptFault>(database, 'faults', condition);
    const current = byDocument(found);
    const gone = known.filter((fault) => !isSame(fault, current.get(fault._id))).map(({ _id }) => _id);
    if (gone.length > 0)
      await database
        .collection('faults')
        .where({ _id: command.in(gone) })
        .remove();
    for (const { _id } of known) if (!gone.includes(_id)) current.delete(_id);
    const seenAt = now();
    const fresh = [...current].flatMap(([_id, [first, ...more]]) =>
      first === undefined ? [] : { _id, ...first, more, seenAt },
    );
    await addDocuments(database, 'faults', fresh);
  };
  return {
    renew: async (ids, faults) => {
      if (ids.length > 0) await renewWhere({ _id: command.in([...ids]) }, faults);
    },
    renewRange: ({ after, upTo }, faults) =>
      renewWhere({ _id: command.and([command.gt(after), command.lte(upTo)]) }, faults),
  };
};
