import type { ActionName, ActionOf } from '../../cloudfunctions/api';
import type { FaultCode, RefusalCode } from '../../cloudfunctions/kernel/contract';

/** Why an action gave nothing: one of its refusals, or a fault that any action may have. */
export type FailureOf<N extends ActionName> = RefusalCode<ActionOf<N>> | FaultCode;

/** How far something that is fetched has come, as a screen shows it. */
export type LoadStatus = 'loading' | 'content' | 'failed';
