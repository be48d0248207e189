import { safeParse } from 'valibot';
import { Busy } from './busy';
import type { Caller, CallerOf } from './caller';
import { faults } from './contract';
import type { Action, Contract, FaultCode, Output, Parsed, Reason, ReplyFault } from './contract';
import { DamagedRecord } from './damaged-record';
import { describeError } from './describe-error';
import { libraryDay, type Day } from './library-day';
import type { Result } from './result';
import { actFor, admit, type Identities } from './session';
import { Unreachable } from './unreachable';

export type { Caller } from './caller';

/** Every action of a contract, implemented. Leaving one out does not compile. */
export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: (caller: CallerOf<C[K]>, input: Parsed<C[K]>) => Promise<Answer<C[K]>>;
};

/** A fault that only the action can see, such as a request key of another request. */
export type ActionFault = Pick<ReplyFault, 'code' | 'reason'>;
/** What an action answers: its outcome, or a fault. */
export type Answer<A extends Action> = Result<Output<A>, Reason<A> | ActionFault>;

/** What the function's surroundings know; given by the composition root. */
export type Platform = {
  /** Who calls, from the platform's context; undefined when it names nobody. */
  identify(): Caller | undefined;
  readonly identities: Identities;
  now(): Date;
  requestId(): string;
  /** Whether an error means that what lies outside could not be reached, so that the request may be made again. */
  isOutage(error: unknown): boolean;
  log(line: Readonly<Record<string, unknown>>): void;
};

type Handler = (caller: Caller, input: unknown) => Promise<Answer<Action>>;

const property = (event: unknown, key: string): unknown =>
  typeof event === 'object' && event !== null && Object.hasOwn(event, key)
    ? (event as Record<string, unknown>)[key]
    : undefined;

/** What a phone is told of what was thrown: whether asking again helps, or staff have to mend something first. */
const faultOf = (error: unknown, { isOutage }: Pick<Platform, 'isOutage'>): FaultCode => {
  if (error instanceof Busy || error instanceof Unreachable || isOutage(error)) return 'unavailable';
  return error instanceof DamagedRecord ? 'record-damaged' : 'unexpected';
};

/** Whether an event is of the shape in which the platform tells of a timer that came due or of a payment. */
const isPlatformEvent = (event: unknown): boolean =>
  ['TriggerName', 'outTradeNo'].some((key) => property(event, key) !== undefined) ||
  property(event, 'Type') === 'Timer';

const isFault = ({ code }: { readonly code: string }): boolean => faults.some((fault) => fault === code);

/** A fault that an action gave carries the request id like any other; a refusal does not. */
const stamped = (answer: Answer<Action>, requestId: string): Result<unknown, unknown> => {
  if (answer.ok) return answer;
  const reasons: readonly { readonly code: string }[] = answer.reasons;
  return {
    ok: false,
    reasons: reasons.map((reason) => (isFault(reason) ? { ...reason, requestId } : reason)),
  };
};

/**
 * The entry of a deployed function: look up → identify → admit → parse → run → catch once, with one log line a call.
 * Answers a `Reply`; never throws, and a fault carries the request id that stands in the log.
 */
export const serve = <C extends Contract>(contract: C, handlers: Handlers<C>, platform: Platform) => {
  const fault = (code: FaultCode, details: Pick<ReplyFault, 'reason'> = {}) => ({
    ok: false as const,
    reasons: [{ code, requestId: platform.requestId(), ...details }],
  });

  const answer = async (event: unknown, name: unknown, today: Day) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name))
      return fault(isPlatformEvent(event) ? 'forbidden' : 'invalid-request');
    const action = contract[name] as Action;
    const identified = platform.identify();
    if (!identified) return fault('signed-out');
    const admitted = await admit(platform.identities, action, identified);
    if ('fault' in admitted) return fault(admitted.fault, admitted.reason && { reason: admitted.reason });
    const parsed = safeParse(action.input, property(event, 'input') ?? {});
    if (!parsed.success) return fault('invalid-request');
    const acting = await actFor(platform.identities, action, admitted.caller, parsed.output, today);
    if ('fault' in acting) return fault(acting.fault);
    const handler = handlers[name as keyof C] as unknown as Handler;
    return stamped(await handler(acting.caller, parsed.output), platform.requestId());
  };

  return async (event: unknown) => {
    const started = platform.now();
    const action = property(event, 'action');
    let failure: Readonly<Record<string, unknown>> = {};
    const today = libraryDay(started);
    const result = await answer(event, action, today).catch((error: unknown) => {
      failure = describeError(error);
      return fault(faultOf(error, platform));
    });
    platform.log({
      requestId: platform.requestId(),
      action: typeof action === 'string' ? action.slice(0, 64) : null,
      ms: platform.now().getTime() - started.getTime(),
      outcome: result.ok ? 'ok' : (result.reasons as readonly { code: string }[]).map(({ code }) => code),
      ...failure,
    });
    return { ...result, libraryDay: today };
  };
};
