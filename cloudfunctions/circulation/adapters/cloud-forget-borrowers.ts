import type { Clock } from '../../kernel/clock';
import { addDays, libraryDay } from '../../kernel/library-day';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { readSettings } from '../domain/policies/read-settings';

/**
 * Makes loans that were returned longer ago than the settings say nobody's: the card and the history, whose request
 * keys lead to the patron's audit lines, go; that the copy was on loan stays. One update, whatever the number.
 */
export const cloudForgetBorrowers = (database: Database, now: Clock) => async (): Promise<void> => {
  const { command } = database;
  const { keepLoansDays } = readSettings(await documentById(database, 'settings', 'circulation')).value;
  const before = addDays(libraryDay(now()), -keepLoansDays);
  await database
    .collection('loans')
    .where({ returnedOn: command.and([command.neq(null), command.lt(before)]), card: command.neq('') })
    .update({ data: { card: '', history: command.set([]) } });
};
