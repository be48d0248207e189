import type { Contract } from '../kernel/contract';
import { deskActions } from './contract/desk';
import { fineActions } from './contract/fines';
import { historyActions } from './contract/history';
import { holdActions } from './contract/holds';
import { loanActions } from './contract/loans';
import { messageActions } from './contract/messages';

/** Everything that patrons and staff do about loans, holds and fines; one file a subject in `contract/`. */
export const circulation = {
  ...loanActions,
  ...holdActions,
  ...deskActions,
  ...fineActions,
  ...messageActions,
  ...historyActions,
} as const satisfies Contract;
