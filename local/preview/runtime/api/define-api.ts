/** The options that every asynchronous `wx` function takes. */
export interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (result: unknown) => void;
  complete?: (result: unknown) => void;
}

/** A failure as WeChat reports it: `name:fail reason`, sometimes with a code. */
export class ApiFailure extends Error {
  readonly fields: Record<string, unknown> = {};

  constructor(message: string, fields: Record<string, unknown> = {}) {
    super(message);
    this.fields = fields;
  }
}

/**
 * An asynchronous `wx` function out of what it does: it calls `success`, `fail` and `complete`, and gives a promise
 * where none of them is set. The result gets `errMsg: "name:ok"`; whatever is thrown becomes `name:fail reason`.
 */
export function defineApi<Options extends object>(
  name: string,
  run: (options: Partial<Options>) => unknown,
): (options?: Partial<Options> & Callbacks) => Promise<unknown> | undefined {
  return (options = {}) => {
    const outcome = settle(name, run, options);
    if (!options.success && !options.fail && !options.complete) {
      return valueOf(outcome);
    }
    void report(outcome, options);
    return undefined;
  };
}

async function valueOf(outcome: Promise<Outcome>): Promise<unknown> {
  const { ok, result } = await outcome;
  if (!ok) throw Object.assign(new Error(String(result['errMsg'])), result);
  return result;
}

async function report(outcome: Promise<Outcome>, callbacks: Callbacks): Promise<void> {
  const { ok, result } = await outcome;
  (ok ? callbacks.success : callbacks.fail)?.(result);
  callbacks.complete?.(result);
}

interface Outcome {
  ok: boolean;
  result: Record<string, unknown>;
}

async function settle<Options extends object>(
  name: string,
  run: (options: Partial<Options>) => unknown,
  options: Partial<Options>,
): Promise<Outcome> {
  try {
    const value = await run(options);
    const fields = typeof value === 'object' && value !== null ? value : {};
    return { ok: true, result: { ...fields, errMsg: `${name}:ok` } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const fields = error instanceof ApiFailure ? error.fields : {};
    return { ok: false, result: { errMsg: `${name}:fail ${reason}`, ...fields } };
  }
}
