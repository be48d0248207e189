import type { Contract } from '../kernel/contract';
import { loanActions } from './contract/loans';

/** Everything that patrons and staff do about loans, holds and fines; one file a subject in `contract/`. */
export const circulation = { ...loanActions } as const satisfies Contract;
