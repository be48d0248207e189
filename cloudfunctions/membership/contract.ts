import type { Contract } from '../kernel/contract';
import { bindingActions } from './contract/binding';

/** Everything about who someone is to the library; one file a subject in `contract/`. */
export const membership = { ...bindingActions } as const satisfies Contract;
