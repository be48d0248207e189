import type { Contract } from '../kernel/contract';
import { deskActions } from './contract/desk';
import { fineActions } from './contract/fines';
import { holdActions } from './contract/holds';
import { loanActions } from './contract/loans';

/** Everything that patrons and staff do about loans, holds and fines; one file a subject in `contract/`. */
export const circulation = {
  ...loanActions,
  ...holdActions,
  ...deskActions,
  ...fineActions,
} as const satisfies Contract;
