import { addDays, libraryDay, libraryTime, type Day } from '../../../kernel/library-day';
import type { Message } from '../../../kernel/message';
import { recordByRecord, type Log } from '../../../kernel/record-by-record';
import { dueFirst, isOverdue, type Loan } from '../../domain/loans/loan';
import { isRemindedOf } from '../../domain/loans/reminder';
import type { Tell } from '../../ports/messages';
import type { CirculationReads, PatronRecord } from '../../ports/records';
import type { WalkProgress, WalkReads } from '../../ports/reminders';
import { renewAutomatically, turnsOf } from './renew-automatically';
import type { RenewNeeds } from './renew-loan';

export type WalkNeeds = RenewNeeds & {
  readonly walk: WalkReads;
  readonly reads: Pick<CirculationReads, 'policy'>;
  readonly tell: Tell;
  readonly log: Log;
};

/** Nobody is told anything at night. */
const startsAt = '08:00';
/** So many patrons at a time, and so many renewals, each of which takes a dozen calls. */
const atOnce = 30;
const mostRenewals = 8;

type Round = {
  readonly today: Day;
  readonly doneThrough: Day | null;
  readonly remindDays: number;
  /** Loans that are due by then are looked at. */
  readonly through: Day;
  readonly patrons: ReadonlyMap<string, PatronRecord>;
};

const asDigest = ({ loanId, title, dueOn }: Loan) => ({ loanId, title, dueOn });

/** One message a patron and day, whatever the number of books. */
const digestOf = async (
  { reads, now }: WalkNeeds,
  { today, doneThrough, remindDays, patrons }: Round,
  card: string,
  loans: readonly Loan[],
): Promise<readonly Message[]> => {
  const category = patrons.get(card)?.category ?? '';
  const reminded: Loan[] = [];
  for (const loan of loans) {
    const { opensDaysBefore } = await reads.policy(category, loan.itemCategory);
    const opensOn = opensDaysBefore === null ? null : addDays(loan.dueOn, -opensDaysBefore);
    if (isRemindedOf({ ...loan, opensOn }, today, doneThrough, remindDays)) reminded.push(loan);
  }
  if (reminded.length === 0) return [];
  const overdue = reminded.filter((loan) => isOverdue(loan, today));
  const due = reminded.filter((loan) => !overdue.includes(loan));
  const details = { due: due.map(asDigest), overdue: overdue.map(asDigest) };
  const key = `loans-digest-${card}-${today}`;
  return [{ key, openid: null, card, kind: 'loans-digest', details, at: now() }];
};

/** As many of these patrons as one run renews for. */
const withinRun = (
  cards: readonly string[],
  turns: ReadonlyMap<string, readonly Loan[]>,
): readonly string[] => {
  let renewals = 0;
  return cards.filter((card) => {
    const isWithin = renewals < mostRenewals;
    renewals += turns.get(card)?.length ?? 0;
    return isWithin;
  });
};

/**
 * Goes through some patrons; answers the last one whom it came to. What came of a renewal is told with it, one by one;
 * what only reminds of loans as they stand is told at the end, and by the next run where this one does not come to it.
 */
const walkSome = async (needs: WalkNeeds, round: Omit<Round, 'patrons'>, cards: readonly string[]) => {
  const [loans, patrons, choices] = await Promise.all([
    needs.walk.loansDue(cards, round.through),
    needs.walk.patrons(cards),
    needs.walk.choices(cards),
  ]);
  const ownOf = (card: string) => loans.filter((loan) => loan.card === card).sort(dueFirst);
  const turns = new Map(
    cards.map((card) => {
      const isChosen = choices.get(card)?.autoRenewal === true;
      return [card, isChosen ? turnsOf(ownOf(card), round.today, round.doneThrough) : []];
    }),
  );
  const within = withinRun(cards, turns);
  const tellOf = async (card: string): Promise<readonly Message[]> => {
    const own = turns.get(card) ?? [];
    for (const loan of own) await renewAutomatically(needs)(loan);
    const left = ownOf(card).filter((loan) => !own.some(({ loanId }) => loanId === loan.loanId));
    return digestOf(needs, { ...round, patrons }, card, left);
  };
  await needs.tell((await recordByRecord('walk-loans', within, tellOf, needs.log)).flat());
  return within.at(-1) ?? '';
};

const startOf = (known: WalkProgress | null, today: Day): WalkProgress =>
  known?.day === today ? known : { day: today, after: '', doneThrough: known?.doneThrough ?? null };

/**
 * The daily walk through everybody with a loan that is due or will be: renews where the patron chose that, reminds of
 * what has come further since, and goes on at the next run where it stopped. Its place is kept last: cut off anywhere, the
 * next run goes through the same patrons again, and what was renewed or told stands as it is.
 */
export const walkLoans = (needs: WalkNeeds) => async (): Promise<void | 'more'> => {
  const now = needs.now();
  const today = libraryDay(now);
  const known = await needs.walk.progress();
  if (known?.doneThrough === today || libraryTime(now) < startsAt) return;
  const { after, doneThrough } = startOf(known, today);
  const remindDays = await needs.walk.remindDays();
  // The day before is a turn of auto-renewal, however late reminders begin.
  const through = addDays(today, Math.max(1, remindDays));
  const cards = await needs.walk.cardsWithLoansDue(through, after, atOnce);
  const round = { today, doneThrough, remindDays, through };
  const last = cards.length === 0 ? after : await walkSome(needs, round, cards);
  const isDone = cards.length < atOnce && (cards.length === 0 || last === cards.at(-1));
  await needs.walk.keepProgress(
    isDone ? { day: today, after: '', doneThrough: today } : { day: today, after: last, doneThrough },
  );
  return isDone ? undefined : 'more';
};
