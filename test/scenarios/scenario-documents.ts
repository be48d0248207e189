import {
  patronOfRecords,
  titleOfRecords,
  type HoldOfTitle,
  type LoanFacts,
} from '../../cloudfunctions/circulation/domain/records/circulation-records';
import { addDays, libraryDay } from '../../cloudfunctions/kernel/library-day';
import { idsOf, loanLabels } from './ids';
import type { Scenario, ScenarioHold, ScenarioLoan } from './scenario';
import { patronCategory, peopleDocuments, type Document, type Documents } from './scenario-people';

/** A loan of a row with everything that stands in its document. */
type RowLoan = LoanFacts & Pick<ScenarioLoan, 'borrowedOn' | 'renewals'> & Document;

const unmarked = {
  renewals: 0,
  returnedOn: null,
  recalled: false,
  reportedLost: false,
  claimedReturned: false,
} as const;

const hourMs = 3_600_000;
const dated = (ms: number) => ({ $date: new Date(ms).toISOString() });

const rowLoan = (
  scenario: Scenario,
  label: string,
  card: string,
  loan: Omit<ScenarioLoan, 'owner'>,
  bookId: string,
): RowLoan => {
  const ids = idsOf(scenario);
  return {
    ...loan,
    _id: ids.loan(label),
    loanId: ids.loan(label),
    card,
    barcode: ids.copy(label),
    bookId,
    title: `《${label}》`,
    authors: ['作者'],
    branchId: ids.branch,
    itemCategory: ids.itemCategory,
    history: [],
  };
};

/** Those that the row names, those that are overdue besides, and one of a sister copy where somebody waits for it. */
const loansOf = (scenario: Scenario): readonly RowLoan[] => {
  const ids = idsOf(scenario);
  const today = libraryDay(new Date(scenario.now));
  const named = loanLabels(scenario).map(({ label, loan: { owner, ...loan } }) =>
    rowLoan(scenario, label, owner === 'self' ? ids.card : ids.otherCard('owner'), loan, ids.book(label)),
  );
  const overdue = Array.from({ length: scenario.patron.otherOverdueLoans }, (_, place) => {
    const loan = { ...unmarked, borrowedOn: addDays(today, -40), dueOn: addDays(today, -1 - place) };
    return rowLoan(scenario, `overdue-${place}`, ids.card, loan, ids.book(`overdue-${place}`));
  });
  const sister = { ...unmarked, borrowedOn: today, dueOn: addDays(today, 30) };
  const needsSister =
    scenario.holds.some(({ on }) => on === 'other-copy') ||
    (scenario.steps ?? []).some((step) => step.do === 'place-hold' && step.on === 'other-copy');
  return [
    ...named,
    ...overdue,
    ...(needsSister ? [rowLoan(scenario, 'sister', ids.otherCard('sister'), sister, ids.book('L1'))] : []),
  ];
};

const barcodeOf = (scenario: Scenario, { on }: ScenarioHold): string | null => {
  if (on === 'title') return null;
  return idsOf(scenario).copy(on === 'copy' ? 'L1' : 'sister');
};

const queueOf = (scenario: Scenario): readonly HoldOfTitle[] => {
  const ids = idsOf(scenario);
  const now = Date.parse(scenario.now);
  return scenario.holds.map((hold, place) => ({
    holdId: ids.hold(place),
    card: hold.by === 'self' ? ids.card : ids.otherCard(`hold-${place}`),
    bookId: ids.book('L1'),
    barcode: barcodeOf(scenario, hold),
    branchId: ids.branch,
    placedAt: new Date(now - (scenario.holds.length - place) * hourMs),
    state: hold.state === 'on-shelf' ? 'ready' : 'waiting',
    suspendedUntil: hold.suspendedUntil ?? null,
    keptBarcode: hold.state === 'on-shelf' ? ids.copy(`kept-${place}`) : null,
    pickupBy: hold.state === 'on-shelf' ? addDays(libraryDay(new Date(now)), 3) : null,
  }));
};

const freeCopiesOf = (scenario: Scenario): readonly string[] =>
  Array.from({ length: scenario.freeCopies }, (_, place) => idsOf(scenario).copy(`free-${place}`));

const copiesOf = (scenario: Scenario, loans: readonly RowLoan[], queue: readonly HoldOfTitle[]) => {
  const { branch, itemCategory, book } = idsOf(scenario);
  const copy = (barcode: string, bookId: string, status: string, more: object = {}): Document => ({
    _id: barcode,
    bookId,
    branchId: branch,
    itemCategory,
    status,
    ...more,
  });
  return [
    ...loans.map(({ barcode, bookId, returnedOn, dueOn }) =>
      returnedOn === null ? copy(barcode, bookId, 'on-loan', { dueOn }) : copy(barcode, bookId, 'in-process'),
    ),
    ...queue.flatMap(({ keptBarcode }) =>
      keptBarcode === null ? [] : [copy(keptBarcode, book('L1'), 'on-hold-shelf')],
    ),
    ...freeCopiesOf(scenario).map((barcode) => copy(barcode, book('L1'), 'available')),
  ];
};

const finesOf = (scenario: Scenario): readonly Document[] => {
  const { card, loan, book } = idsOf(scenario);
  const amount = scenario.patron.finesOwed;
  const fixedOn = addDays(libraryDay(new Date(scenario.now)), -60);
  const fine = { card, loanId: loan('earlier'), bookId: book('earlier'), title: '《还过的书》', amount };
  const unsettled = { state: 'owed', settledOn: null, reason: null };
  return amount === 0 ? [] : [{ _id: `${loan('earlier')}-fine`, ...fine, days: 1, fixedOn, ...unsettled }];
};

const rulesOf = (scenario: Scenario): Documents => {
  const { policy, itemCategory, branch, calendar } = idsOf(scenario);
  const { closedRanges, ...days } = scenario.calendar;
  const ranges = closedRanges.map(([from, to]) => ({ from, to }));
  const pair = { patronCategory, itemCategory };
  return {
    // What a row owes is the whole debt: being late adds nothing to it.
    policies: [
      { _id: policy, ...pair, ...scenario.policy, finePerDay: 0, lendable: true, allowHoldOnShelf: true },
    ],
    branches: [{ _id: branch, name: '总馆', calendarId: calendar }],
    calendars: [{ _id: calendar, name: '日历', ...days, closedRanges: ranges }],
  };
};

const underId = <T extends object>(key: keyof T, record: T): Document => {
  const { [key]: _id, ...rest } = record;
  return { _id: String(_id), ...rest };
};

/** A row's library: the documents that the use cases themselves would have left, consistent with each other. */
export const scenarioDocuments = (scenario: Scenario): Documents => {
  const loans = loansOf(scenario);
  const queue = queueOf(scenario);
  const fines = finesOf(scenario);
  const owed = fines.map(() => ({
    card: idsOf(scenario).card,
    state: 'owed' as const,
    amount: scenario.patron.finesOwed,
  }));
  const bookIds = [...new Set(loans.map(({ bookId }) => bookId))];
  const people = peopleDocuments(scenario);
  const free = (bookId: string) => (bookId === idsOf(scenario).book('L1') ? freeCopiesOf(scenario) : []);
  return {
    ...rulesOf(scenario),
    ...people,
    books: bookIds.map((_id) => ({
      _id,
      title: '书',
      authors: ['作者'],
      isbns: [],
      language: 'zh',
      subjects: [],
    })),
    copies: copiesOf(scenario, loans, queue),
    loans: loans.map((loan) => underId('loanId', loan)),
    holds: queue.map(({ holdId, card, bookId, barcode, branchId, placedAt }) => ({
      _id: holdId,
      card,
      bookId,
      barcode,
      branchId,
      placedAt: dated(placedAt.getTime()),
      title: '书',
      authors: ['作者'],
      endedOn: null,
      end: null,
    })),
    fines,
    title_circulation: bookIds.map((bookId) => {
      const { holds, ...title } = titleOfRecords(bookId, loans, queue, free(bookId));
      const dates = holds.map((hold) => ({ ...hold, placedAt: dated(hold.placedAt.getTime()) }));
      return underId('bookId', { ...title, holds: dates });
    }),
    patron_circulation: (people['patrons'] ?? []).map(({ _id }) =>
      underId('card', patronOfRecords(_id, loans, queue, owed)),
    ),
  };
};
