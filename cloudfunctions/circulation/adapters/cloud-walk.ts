import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import type { LoanChoices } from '../domain/loans/loan-choices';
import type { PatronRecord } from '../ports/records';
import type { WalkProgress, WalkReads } from '../ports/reminders';
import { readSettings } from '../domain/policies/read-settings';
import { readLoan, type LoanDocument } from '../domain/loans/read-loan';

type Kept = { readonly progress?: WalkProgress };
type Choices = Partial<LoanChoices> & { readonly _id: string };

/** The daily walk in the cloud database; its progress stands with its lease in `jobs`. */
export const cloudWalk = (
  database: Database,
  job: string,
  patronsOf: (cards: readonly string[]) => Promise<readonly PatronRecord[]>,
): WalkReads => {
  const { command } = database;
  const jobs = database.collection('jobs');
  return {
    progress: async () => {
      return (await documentById<Kept>(database, 'jobs', job))?.progress ?? null;
    },
    keepProgress: async (progress) => {
      await jobs.where({ _id: job }).update({ data: { progress: command.set(progress) } });
    },
    cardsWithLoansDue: async (through, after, limit) => {
      const due = { 'openLoans.dueOn': command.lte(through), _id: command.gt(after) };
      const query = database.collection('patron_circulation').where(due).field({ _id: true });
      const found = await documentsOf<{ readonly _id: string }>(query.orderBy('_id', 'asc').limit(limit));
      return found.map(({ _id }) => _id);
    },
    loansDue: async (cards, through) => {
      const due = { card: command.in([...cards]), returnedOn: null, dueOn: command.lte(through) };
      return (await everyDocument<LoanDocument>(database, 'loans', due)).map(readLoan);
    },
    patrons: async (cards) => new Map((await patronsOf(cards)).map((patron) => [patron.card, patron])),
    choices: async (cards) => {
      const _id = command.in([...cards]);
      const found = await everyDocument<Choices>(database, 'loan_choices', { _id });
      return new Map(
        found.map(({ _id: card, historySince, autoRenewal }) => [
          card,
          { historySince: historySince ?? null, autoRenewal: autoRenewal === true },
        ]),
      );
    },
    remindDays: async () =>
      readSettings(await documentById(database, 'settings', 'circulation')).value.remindDays,
  };
};
