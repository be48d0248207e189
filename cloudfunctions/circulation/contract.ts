import type { Contract } from '../kernel/contract';
import { holdActions } from './contract/holds';
import { loanActions } from './contract/loans';

/** Everything that patrons and staff do about loans, holds and fines; one file a subject in `contract/`. */
export const circulation = { ...loanActions, ...holdActions } as const satisfies Contract;
