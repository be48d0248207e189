import type { PatronCaller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import type { Answer } from '../../../kernel/serve';
import type { holdActions } from '../../contract/holds';
import { changeHold, type ChangeHoldNeeds } from './change-hold';
import { endHold, withoutHold } from './end-hold';

type Cancel = typeof holdActions.cancelHold;

/** Gives a hold up; a copy that was kept for it passes on to the next. */
export const cancelHold =
  (needs: ChangeHoldNeeds) =>
  (caller: PatronCaller, { holdId, requestKey }: Parsed<Cancel>): Promise<Answer<Cancel>> =>
    changeHold(
      needs,
      caller,
      { holdId, requestKey, action: 'circulation.cancelHold', request: `cancel-hold/${holdId}` },
      async ({ records, hold, title, account, at }) => ({
        answer: {},
        title: await endHold(records, needs, title, hold, { end: 'cancelled', at }),
        account: withoutHold(account, holdId),
      }),
    );
