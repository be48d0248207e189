import type { Database } from '../../kernel/wechat/wx-cloud';
import { libraryDay } from '../../kernel/library-day';
import { keptMs } from '../../kernel/request-keys';
import type { Forget } from '../ports/binding';

/** Removes counters that count no more, codes and family links that were over a week ago, and what is left of WeChats whose card was unbound a week ago. */
export const cloudForgetting =
  (database: Database): Forget =>
  async (now) => {
    const { command } = database;
    const at = now.getTime();
    await Promise.all([
      database
        .collection('guess_counters')
        .where({ forgetAt: command.lte(at) })
        .remove(),
      database
        .collection('wechat_accounts')
        .where({ unboundAt: command.lte(new Date(at - keptMs)) })
        .remove(),
      ...['desk_codes', 'family_invitations', 'staff_codes'].map((codes) =>
        database
          .collection(codes)
          .where({ until: command.lte(at - keptMs) })
          .remove(),
      ),
      database
        .collection('family_links')
        .where({ endsOn: command.lt(libraryDay(new Date(at - keptMs))) })
        .remove(),
    ]);
  };
