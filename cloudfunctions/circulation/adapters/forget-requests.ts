import { keptMs } from '../../kernel/request-keys';
import type { Database } from '../../kernel/wechat/wx-cloud';

/** Removes what patrons and staff asked for longer ago than its key is known: they may never come again. */
export const forgetRequests = async (database: Database, now: Date): Promise<void> => {
  const at = database.command.lte(now.getTime() - keptMs);
  for (const collection of ['patron_circulation', 'loan_choices'])
    await database
      .collection(collection)
      .where({ 'doneRequests.at': at })
      .update({ data: { doneRequests: database.command.pull({ at }) } });
  await database.collection('desk_requests').where({ at }).remove();
};
