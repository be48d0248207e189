import type { Contract } from '../kernel/contract';
import { applicationActions } from './contract/applications';
import { bindingActions } from './contract/binding';
import { decisionActions } from './contract/decisions';

/** Everything about who someone is to the library; one file a subject in `contract/`. */
export const membership = {
  ...bindingActions,
  ...applicationActions,
  ...decisionActions,
} as const satisfies Contract;
