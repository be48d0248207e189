import type { ActionName, ActionOf, Call } from '../../cloudfunctions/api';
import type { Reply } from '../../cloudfunctions/kernel/contract';

/** One call that a store has made and that the test answers when it likes. */
export type PendingCall = {
  readonly name: ActionName;
  readonly input: Readonly<Record<string, unknown>>;
  answer(value: object): Promise<void>;
  refuse(code: string): Promise<void>;
  /** A refusal with its details. */
  refuseWith(reason: { readonly code: string; readonly [detail: string]: unknown }): Promise<void>;
};

/** The day on which the fake library answers. */
export const fakeDay = '2026-05-30';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

/** A `Call` that waits for the test to answer, in whatever order. */
export function fakeCall(): { readonly call: Call; readonly calls: readonly PendingCall[] } {
  const calls: PendingCall[] = [];
  const call: Call = <N extends ActionName>(name: N, input: unknown) =>
    new Promise<Reply<ActionOf<N>>>((resolve) => {
      const reply = async (result: object): Promise<void> => {
        resolve({ ...result, libraryDay: fakeDay } as Reply<ActionOf<N>>);
        await settle();
      };
      calls.push({
        name,
        input: input as PendingCall['input'],
        answer: (value) => reply({ ok: true, value }),
        refuse: (code) => reply({ ok: false, reasons: [{ code }] }),
        refuseWith: (reason) => reply({ ok: false, reasons: [reason] }),
      });
    });
  return { call, calls };
}
