import type { Job } from '../kernel/job';
import type { FaultList } from '../kernel/document-fault';
import type { CheckRecords } from './ports';
import { listFaults } from './use-cases/list-faults';

type Needs = { readonly check: CheckRecords; readonly faults: FaultList };

const hourMs = 3_600_000;

/** The timed work of the library's own records. */
export const libraryJobs = ({ check, faults }: Needs): readonly Job[] => [
  { name: 'library.list-faults', everyMs: hourMs, run: listFaults(check, faults) },
];
