import type { catalog } from './catalog/contract';
import type { circulation } from './circulation/contract';
import type { FaultCode, Input, RefusalCode, Reply } from './kernel/contract';
import type { library } from './library/contract';
import type { membership } from './membership/contract';

/** Every function and action that the mini program may call. */
export type Api = {
  catalog: typeof catalog;
  circulation: typeof circulation;
  library: typeof library;
  membership: typeof membership;
};

type FunctionName = keyof Api;
type ActionsOf<F extends FunctionName> = Extract<keyof Api[F], string>;

export type ActionName = { [F in FunctionName]: `${F}.${ActionsOf<F>}` }[FunctionName];

export type ActionOf<N extends ActionName> = N extends `${infer F extends FunctionName}.${infer A}`
  ? A extends keyof Api[F]
    ? Api[F][A]
    : never
  : never;

/** Why an action gave nothing: one of its refusals, or a fault that any action may have. */
export type FailureOf<N extends ActionName> = RefusalCode<ActionOf<N>> | FaultCode;

/** How the phone reaches the library: answers a `Reply`, and `unavailable` where no answer came. */
export type Call = <N extends ActionName>(name: N, input: Input<ActionOf<N>>) => Promise<Reply<ActionOf<N>>>;
