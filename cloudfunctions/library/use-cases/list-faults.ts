import { documentRange, type FaultList } from '../../kernel/document-fault';
import { checkedCollections, type CheckRecords } from '../ports';

/** Timed work: puts mistakes in branches and calendars on the list that librarians look at, and takes mended ones off. */
export const listFaults = (check: CheckRecords, list: FaultList) => async (): Promise<void> => {
  const faults = await check();
  for (const collection of checkedCollections)
    await list.renewRange(
      documentRange(collection, ''),
      faults.filter(({ _id }) => _id.startsWith(`${collection}/`)),
    );
};
