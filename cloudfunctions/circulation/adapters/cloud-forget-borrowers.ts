import type { Clock } from '../../kernel/clock';
import { addDays, libraryDay, libraryInstant, type Day } from '../../kernel/library-day';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { readSettings } from '../domain/policies/read-settings';
import type { ForgetPast } from '../ports/history';
import { forgetLoans } from './forget-loans';
import { forgetRequests } from './forget-requests';

type Named = { readonly _id: string };

/** So many of those who keep a history are asked for at once. */
const choicesPerRead = 1000;

/** Makes what a card has returned nobody's at once, except loans with a fine that is owed. */
export const cloudForgetPast =
  (database: Database): ForgetPast =>
  async (card) => {
    const { command } = database;
    const owed = await everyDocument<Named & { readonly loanId: string }>(
      database,
      'fines',
      { card, state: 'owed' },
      { loanId: true },
    );
    const _id = command.nin(owed.map(({ loanId }) => loanId));
    await forgetLoans(database, { card, returnedOn: command.neq(null), _id });
  };

/**
 * Makes what was returned before today nobody's where no history is kept, patron by patron in the order of cards, and
 * removes holds that ended before today: whoever collected one borrowed it. Loans that were fined wait for the retention
 * time, so that a fine can be disputed.
 */
const forgetUnkept = async (database: Database, today: Day): Promise<void> => {
  const { command } = database;
  const past = {
    returnedOn: command.and([command.neq(null), command.lt(today)]),
    finesFixed: command.in([0, null]),
  };
  let after = '';
  let page: readonly Named[];
  do {
    const on = { historySince: command.neq(null), _id: command.gt(after) };
    const query = database.collection('loan_choices').where(on).field({ _id: true });
    page = await documentsOf<Named>(query.orderBy('_id', 'asc').limit(choicesPerRead));
    const cards = page.map(({ _id }) => _id);
    const last = page.length === choicesPerRead ? page.at(-1) : undefined;
    const upTo = last === undefined ? [] : [command.lte(last._id)];
    const card = command.and([command.gt(after), ...upTo, command.nin(cards)]);
    await forgetLoans(database, { ...past, card });
    await database.collection('holds').where({ card, endedOn: past.returnedOn }).remove();
    after = last?._id ?? after;
  } while (page.length === choicesPerRead);
};

/** Settled fines keep their sums, for the accounts; ended holds and messages are of no use to anybody. */
const forgetEnded = async (database: Database, before: Day): Promise<void> => {
  const { command } = database;
  const ended = command.and([command.neq(null), command.lt(before)]);
  await database.collection('holds').where({ endedOn: ended }).remove();
  await database
    .collection('messages')
    .where({ at: command.lt(libraryInstant(before, '00:00')) })
    .remove();
  await database
    .collection('fines')
    .where({ state: command.neq('owed'), settledOn: ended, card: command.neq('') })
    .update({ data: { card: '', bookId: '', title: '', reason: null } });
};

/**
 * Timed work: returned loans become nobody's, the day after where their patron keeps no history, otherwise when the
 * retention time of the settings is over; so do settled fines, and ended holds, messages and old request keys are
 * removed. Source: identity and privacy, 18; decision 0087.
 */
export const cloudForgetBorrowers = (database: Database, now: Clock) => async (): Promise<void> => {
  const { command } = database;
  const today = libraryDay(now());
  const { keepLoansDays } = readSettings(await documentById(database, 'settings', 'circulation')).value;
  const before = addDays(today, -keepLoansDays);
  await forgetLoans(database, {
    returnedOn: command.and([command.neq(null), command.lt(before)]),
    card: command.neq(''),
  });
  await forgetUnkept(database, today);
  await forgetEnded(database, before);
  await forgetRequests(database, now());
};
