import type { Caller } from '../../cloudfunctions/kernel/caller';
import type { Contract } from '../../cloudfunctions/kernel/contract';
import { serve, type Handlers } from '../../cloudfunctions/kernel/serve';
import { cloudIdentities } from '../../cloudfunctions/kernel/wechat/cloud-identities';
import { isOutage } from '../../cloudfunctions/kernel/wechat/outage';
import type { Database } from '../../cloudfunctions/kernel/wechat/wx-cloud';

/** A reply as a phone receives it, for tests to look into. */
export type SomeReply = {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly reasons?: readonly ({ readonly code: string } & Readonly<Record<string, unknown>>)[];
};

/** One action asked for by somebody. */
export type Ask = (action: string, input?: object, event?: object) => Promise<SomeReply>;

/** The very handlers of a function, served in process: `as('o-ann')` asks as that WeChat, `from` as any other caller. */
export const serving = <C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  { database, now }: { readonly database: Database; readonly now: () => Date },
) => {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const from = (caller: Caller): Ask => {
    const main = serve(contract, handlers, {
      identify: () => caller,
      identities: cloudIdentities(database),
      now,
      requestId: () => 'r-1',
      isOutage,
      log: (line) => lines.push(line),
    });
    return async (action, input = {}, event = {}) =>
      (await main({ ...event, action, input })) as unknown as SomeReply;
  };
  return { from, as: (openid: string): Ask => from({ kind: 'phone', openid }), lines };
};

/** The code of the first reason, or `ok`. */
export const told = ({ ok, reasons = [] }: SomeReply): string => (ok ? 'ok' : (reasons[0]?.code ?? 'none'));

/** Asks the same again while the library is busy, as a phone does; a busy machine holds what was killed a little longer. */
export const heard = async (ask: () => Promise<SomeReply>): Promise<SomeReply> => {
  for (let tries = 1; ; tries += 1) {
    const reply = await ask();
    if (told(reply) !== 'unavailable' || tries === 100) return reply;
  }
};
