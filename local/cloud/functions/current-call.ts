import { type ExecutionError, timedOut } from './execution-error';
import type { Invocation } from './invocation';

/** The one call that an instance is busy with. */
export type CurrentCall = {
  readonly invocation: () => Invocation | undefined;
  /** Ends the call with its result or its error; nothing where there is none. */
  settle(outcome: string | ExecutionError): void;
  /** Begins a call: resolves with the JSON text of its result, rejects with its error. */
  begin(
    invocation: Invocation,
    timeoutSeconds: number,
    onTimeout: (error: ExecutionError) => void,
  ): Promise<string>;
};

/** For one instance, which runs one call at a time. */
export const createCurrentCall = (): CurrentCall => {
  let current: { invocation: Invocation; settle: CurrentCall['settle'] } | undefined;
  return {
    invocation: () => current?.invocation,
    settle: (outcome) => current?.settle(outcome),
    begin: (invocation, timeoutSeconds, onTimeout) =>
      new Promise((resolve, reject) => {
        const alarm = setTimeout(() => onTimeout(timedOut(timeoutSeconds)), timeoutSeconds * 1_000);
        const settle = (outcome: string | ExecutionError) => {
          clearTimeout(alarm);
          current = undefined;
          if (typeof outcome === 'string') resolve(outcome);
          else reject(outcome);
        };
        current = { invocation, settle };
      }),
  };
};
