import { auditLine, byPatron } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import { once } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { QueuedHold, TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, InCirculation } from '../../ports/records';
import type { MoveNeeds } from './move-copy';

export type ChangeHoldNeeds = MoveNeeds & {
  readonly inCirculation: InCirculation;
  readonly now: Clock;
};
/** What is asked of a hold, under which key. `request` tells it from other requests. */
type Change = {
  readonly holdId: string;
  readonly requestKey: string;
  readonly action: string;
  readonly request: string;
};
/** A patron's hold as it stands when it is changed. */
export type StandingHold = {
  readonly records: CirculationRecords;
  readonly hold: QueuedHold;
  readonly title: TitleCirculation;
  readonly account: PatronCirculation;
  readonly at: Date;
};
/** A refusal, or what is answered and how title and account are to be kept. */
type Changed<T, R> =
  | { readonly refused: R }
  | { readonly answer: T; readonly title: TitleCirculation; readonly account: PatronCirculation };

const noSuchHold = { code: 'no-such-hold' } as const;

/**
 * Changes one of the patron's own holds in one transaction with its title; a hold of somebody else is as unknown as one
 * that is not there. The same key again gives the same answer. A refusal changes nothing.
 */
export const changeHold = <T, R>(
  { inCirculation, now }: ChangeHoldNeeds,
  { patron }: PatronCaller,
  { holdId, requestKey, action, request }: Change,
  decide: (standing: StandingHold) => Promise<Changed<T, R>>,
) =>
  inCirculation(async (records) => {
    const at = now();
    const { card } = patron;
    const account = await records.account(card);
    const asked = { key: requestKey, request, done: account.doneRequests, at };
    return once(asked, async (remember): Promise<Result<T, R | typeof noSuchHold>> => {
      const open = account.holds.find((each) => each.holdId === holdId);
      const title = open && (await records.title(open.bookId));
      const hold = title?.holds.find((each) => each.holdId === holdId && each.card === card);
      if (open === undefined || title === undefined || hold === undefined) return refuse(noSuchHold);
      const changed = await decide({ records, hold, title, account, at });
      if ('refused' in changed) return refuse(changed.refused);
      const { answer } = changed;
      await records.keepTitle(changed.title);
      // Which free copies staff fetch for holds is otherwise now.
      if (changed.title.freeCopies.length > 0) await records.reindex(open.bookId);
      await records.keepAccount({ ...changed.account, doneRequests: remember(answer) });
      await records.audit(auditLine(byPatron(patron), patron, { action, requestKey, target: holdId, at }));
      return ok(answer);
    });
  });
