import { documentRange, type FaultList } from '../../../kernel/document-fault';
import { checkedRecords, type RecordCheck } from '../../ports/record-check';

type Needs = { readonly check: RecordCheck; readonly faults: FaultList };

const perRun = 500;

/**
 * Timed work, a step of one collection a run: puts on the list that librarians look at what nobody can read in loans,
 * holds, fines and what decides about titles and patrons. What is on the list already is looked at every time, so
 * that it leaves soon after it was mended.
 */
export const checkRecords =
  ({ check, faults }: Needs) =>
  async (): Promise<void> => {
    const listed = await check.listed(perRun);
    await faults.renew(listed.documentIds, listed.faults);
    const { turn, after } = await check.progress();
    const collection = checkedRecords[turn % checkedRecords.length] ?? checkedRecords[0];
    const from = after[collection] ?? '';
    const next = await check.next(collection, from, perRun);
    const last = next.ids.length < perRun ? undefined : next.ids.at(-1);
    await faults.renewRange(documentRange(collection, from, last), next.faults);
    const place = { ...after, [collection]: last ?? '' };
    await check.keepProgress({ turn: (turn + 1) % checkedRecords.length, after: place });
  };
