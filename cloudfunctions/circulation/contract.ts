import type { Contract } from '../kernel/contract';
import { fineActions } from './contract/fines';
import { holdActions } from './contract/holds';
import { loanActions } from './contract/loans';

/** Everything that patrons and staff do about loans, holds and fines; one file a subject in `contract/`. */
export const circulation = { ...loanActions, ...holdActions, ...fineActions } as const satisfies Contract;
