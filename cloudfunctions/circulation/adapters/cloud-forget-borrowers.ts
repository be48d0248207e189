import type { Clock } from '../../kernel/clock';
import { addDays, libraryDay } from '../../kernel/library-day';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';

const usualDays = 365;
const leastDays = 1;
const mostDays = 3660;

type Settings = { readonly keepLoansDays?: unknown };

const usable = (days: unknown): number =>
  typeof days === 'number' && Number.isInteger(days) && days >= leastDays && days <= mostDays
    ? days
    : usualDays;

/**
 * Makes loans that were returned longer ago than the settings say nobody's: the card and the history, whose request
 * keys lead to the patron's audit lines, go; that the copy was on loan stays. One update, whatever the number.
 */
export const cloudForgetBorrowers = (database: Database, now: Clock) => async (): Promise<void> => {
  const { command } = database;
  const settings = await documentById<Settings>(database, 'settings', 'circulation');
  const keptDays = usable(settings?.keepLoansDays);
  const before = addDays(libraryDay(now()), -keptDays);
  await database
    .collection('loans')
    .where({ returnedOn: command.and([command.neq(null), command.lt(before)]), card: command.neq('') })
    .update({ data: { card: '', history: command.set([]) } });
};
