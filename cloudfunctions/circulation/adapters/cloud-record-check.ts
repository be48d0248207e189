import { documentRange, type DocumentFault } from '../../kernel/document-fault';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { readFine } from '../domain/fines/read-fine';
import { paymentFaults } from '../domain/fines/payment-faults';
import { readHold } from '../domain/holds/read-hold';
import { readLoanChoices } from '../domain/loans/read-loan-choices';
import { loanFaults } from '../domain/loans/loan-faults';
import { readPatronCirculation } from '../domain/records/read-patron-circulation';
import { readTitleCirculation } from '../domain/records/read-title-circulation';
import {
  checkedRecords,
  type CheckedRecords,
  type CheckProgress,
  type RecordCheck,
} from '../ports/record-check';
import type { SomeDocument } from './copy-documents';

const faultsOf: Readonly<Record<CheckedRecords, (document: SomeDocument) => readonly DocumentFault[]>> = {
  patron_circulation: (document) => readPatronCirculation(document._id, document).faults,
  title_circulation: (document) => readTitleCirculation(document._id, document).faults,
  holds: (document) => readHold(document._id, document).faults,
  fines: (document) => readFine(document._id, document).faults,
  payments: (document) => paymentFaults(document._id, document),
  loans: (document) => loanFaults(document._id, document),
  loan_choices: (document) => readLoanChoices(document._id, document).faults,
};

type Kept = { readonly progress?: Partial<CheckProgress> };

/** The walk through what circulation keeps; how far it has come stands in the document of its job. */
export const cloudRecordCheck = (database: Database, job: string): RecordCheck => {
  const { command } = database;
  const jobs = database.collection('jobs');
  const inOrder = (collection: string, _id: unknown, most: number) =>
    documentsOf<SomeDocument>(
      database.collection(collection).where({ _id }).orderBy('_id', 'asc').limit(most),
    );
  return {
    progress: async () => {
      const [kept] = await documentsOf<Kept>(jobs.where({ _id: job }));
      return { turn: kept?.progress?.turn ?? 0, after: kept?.progress?.after ?? {} };
    },
    keepProgress: async (progress) => {
      await jobs.where({ _id: job }).update({ data: { progress: command.set(progress) } });
    },
    next: async (collection, after, most) => {
      const documents = await inOrder(collection, command.gt(after), most);
      return { ids: documents.map(({ _id }) => _id), faults: documents.flatMap(faultsOf[collection]) };
    },
    listed: async (most) => {
      const ranges = checkedRecords.map((collection) => {
        const { after, upTo } = documentRange(collection, '');
        return command.and([command.gt(after), command.lte(upTo)]);
      });
      const documentIds = (await inOrder('faults', command.or(ranges), most)).map(({ _id }) => _id);
      const found = await Promise.all(
        checkedRecords.map(async (collection) => {
          const { after } = documentRange(collection, '');
          const own = documentIds.filter((id) => id.startsWith(after)).map((id) => id.slice(after.length));
          const documents = own.length === 0 ? [] : await inOrder(collection, command.in(own), most);
          return documents.flatMap(faultsOf[collection]);
        }),
      );
      return { documentIds, faults: found.flat() };
    },
  };
};
