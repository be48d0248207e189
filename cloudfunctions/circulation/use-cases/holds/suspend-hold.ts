import type { PatronCaller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay, type Day } from '../../../kernel/library-day';
import type { Answer } from '../../../kernel/serve';
import type { holdActions } from '../../contract/holds';
import { restsThrough } from '../../domain/holds/hold';
import type { QueuedHold } from '../../domain/records/title-circulation';
import { changeHold, type ChangeHoldNeeds } from './change-hold';

type Suspend = typeof holdActions.suspendHold;

const whyNot = ({ state }: QueuedHold, until: Day | null, today: Day, latest: Day) => {
  if (state !== 'waiting') return { code: 'already-ready' } as const;
  const isBad = until !== null && (until <= today || until > latest);
  return isBad ? ({ code: 'bad-day', latest } as const) : undefined;
};

/** Lets a hold rest until a day, or wakes it; it keeps its place in the queue. */
export const suspendHold =
  (needs: ChangeHoldNeeds) =>
  (caller: PatronCaller, { holdId, until, requestKey }: Parsed<Suspend>): Promise<Answer<Suspend>> =>
    changeHold(
      needs,
      caller,
      {
        holdId,
        requestKey,
        action: 'circulation.suspendHold',
        request: `suspend-hold/${holdId}/${until ?? ''}`,
      },
      ({ hold, title, account, at }) => {
        const today = libraryDay(at);
        const latest = restsThrough(today);
        const reason = whyNot(hold, until, today, latest);
        if (reason) return Promise.resolve({ refused: reason });
        const holds = title.holds.map((each) =>
          each.holdId === holdId ? { ...each, suspendedUntil: until } : each,
        );
        return Promise.resolve({ answer: { suspendedUntil: until }, title: { ...title, holds }, account });
      },
    );
