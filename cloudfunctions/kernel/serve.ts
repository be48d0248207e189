import { safeParse } from 'valibot';
import type { Action, CallerKind, Contract, FaultCode, Outcome, Parsed } from './contract';
import { describeError } from './describe-error';
import { libraryDay } from './library-day';

export type Caller = { readonly kind: CallerKind; readonly openid: string };

/** Every action of a contract, implemented. Leaving one out does not compile. */
export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: (caller: Caller, input: Parsed<C[K]>) => Promise<Outcome<C[K]>>;
};

/** What the function's surroundings know; given by the composition root. */
export type Platform = {
  /** Who calls, from the platform's context; undefined when it names nobody. */
  identify(): Caller | undefined;
  now(): Date;
  requestId(): string;
  log(line: Readonly<Record<string, unknown>>): void;
};

type Handler = (caller: Caller, input: unknown) => Promise<Outcome<Action>>;

const property = (event: unknown, key: string): unknown =>
  typeof event === 'object' && event !== null && Object.hasOwn(event, key)
    ? (event as Record<string, unknown>)[key]
    : undefined;

/**
 * The entry of a deployed function: look up → identify → parse → run → catch once, with one log line a call.
 * Answers a `Reply`; never throws, and a fault carries the request id that stands in the log.
 */
export const serve = <C extends Contract>(contract: C, handlers: Handlers<C>, platform: Platform) => {
  const fault = (code: FaultCode) => ({
    ok: false as const,
    reasons: [{ code, requestId: platform.requestId() }],
  });

  const answer = async (name: unknown, input: unknown) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return fault('invalid-request');
    const action = contract[name] as Action;
    const caller = platform.identify();
    if (!caller) return fault('signed-out');
    if (!action.callers.includes(caller.kind)) return fault('forbidden');
    const parsed = safeParse(action.input, input ?? {});
    if (!parsed.success) return fault('invalid-request');
    const handler: Handler = handlers[name as keyof C];
    return handler(caller, parsed.output);
  };

  return async (event: unknown) => {
    const started = platform.now();
    const action = property(event, 'action');
    let failure: Readonly<Record<string, unknown>> = {};
    const result = await answer(action, property(event, 'input')).catch((error: unknown) => {
      failure = describeError(error);
      return fault('unexpected');
    });
    platform.log({
      requestId: platform.requestId(),
      action: typeof action === 'string' ? action.slice(0, 64) : null,
      ms: platform.now().getTime() - started.getTime(),
      outcome: result.ok ? 'ok' : (result.reasons as readonly { code: string }[]).map(({ code }) => code),
      ...failure,
    });
    return { ...result, libraryDay: libraryDay(started) };
  };
};
