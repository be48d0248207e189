import type { Workbench } from '../../local/cloud/workbench/workbench-client';

/** One call as its reader waited for it, and what it cost. */
export type Measured = {
  readonly action: string;
  /** Milliseconds until the answer came, waiting for a free instance included. */
  readonly ms: number;
  readonly calls: number;
  readonly read: number;
  /** `ok`, or the code of the refusal or fault. */
  readonly outcome: string;
  readonly value: unknown;
};

type Reply = {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly reasons?: readonly { readonly code: string }[];
};

/** Calls a deployed function as a phone and measures it. */
export const measuredCall = async (
  workbench: Workbench,
  openid: string,
  name: string,
  input: object = {},
): Promise<Measured> => {
  const [functionName = '', action = ''] = name.split('.');
  const started = performance.now();
  const { result, error, calls, read } = await workbench.call({
    openid,
    function: functionName,
    data: { action, input },
  });
  const ms = performance.now() - started;
  const reply = result as Reply | undefined;
  const refusal = reply?.ok === true ? 'ok' : reply?.reasons?.[0]?.code;
  return {
    action: name,
    ms,
    calls,
    read,
    outcome: error?.errMsg ?? refusal ?? 'nothing',
    value: reply?.value,
  };
};
