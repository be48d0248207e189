import { readFileSync } from 'node:fs';
import { libraryDay } from '../../cloudfunctions/kernel/library-day';
import { readCalendar } from '../../cloudfunctions/library/domain/read-calendar';
import { isClosedDay } from '../../cloudfunctions/library/domain/calendar';
import { readPolicy } from '../../cloudfunctions/circulation/domain/policies/read-policy';
import { decideRenewal } from '../../cloudfunctions/circulation/domain/loans/renewal-decision';
import { describeShared, sharedFile } from '../import/shared-data';
import { someHold, someLoan } from '../support/some-loan';

type Row = {
  readonly id: string;
  readonly title: string;
  readonly now: string;
  readonly policy: object;
  readonly calendar: { readonly closedRanges: readonly (readonly [from: string, to: string])[] };
  readonly patron: {
    readonly status: 'active' | 'suspended';
    readonly membershipEndsOn: string | null;
    readonly finesOwed: number;
    readonly otherOverdueLoans: number;
  };
  readonly loan: Parameters<typeof someLoan>[0] & { readonly owner: string };
  readonly holds: readonly { readonly on: string; readonly by: string; readonly state: string }[];
  readonly freeCopies: number;
  readonly expect?: {
    readonly allowed: boolean;
    readonly newDueOn?: string;
    readonly renewalsLeft?: number;
    readonly reasons?: readonly string[];
    readonly details?: Readonly<Record<string, unknown>>;
  };
};

const copyOf: Readonly<Record<string, string | null>> = {
  title: null,
  copy: 'copy-1',
  'other-copy': 'copy-other',
};

const decide = ({ policy, calendar, patron, loan, holds, freeCopies, now }: Row) => {
  const closedRanges = calendar.closedRanges.map(([from, to]) => ({ from, to }));
  const closing = readCalendar({ weeklyHours: [], ...calendar, closedRanges }).calendar;
  return decideRenewal({
    loan: someLoan({ ...loan, card: loan.owner === 'self' ? 'card-1' : 'card-9' }),
    policy: readPolicy({ _id: 'p', patronCategory: '*', itemCategory: '*', ...policy }).rule.policy,
    patron: {
      card: 'card-1',
      status: patron.status,
      endsOn: patron.membershipEndsOn,
      finesOwed: patron.finesOwed,
      hasOtherOverdue: patron.otherOverdueLoans > 0,
    },
    title: {
      holds: holds.map(({ on, by, state }, at) =>
        someHold({
          holdId: `hold-${at}`,
          card: by === 'self' ? 'card-1' : `other-${at}`,
          barcode: copyOf[on] ?? null,
          state: state === 'on-shelf' ? 'ready' : 'waiting',
        }),
      ),
      freeCopies: Array.from({ length: freeCopies }, (_, at) => `free-${at}`),
    },
    today: libraryDay(new Date(now)),
    isClosed: (day) => isClosedDay(closing, day),
  });
};

/** Of all reasons together, as the rows have them. */
const detailsOf = (reasons: readonly object[]): object => Object.assign({}, ...reasons) as object;

describeShared('the shared renewal scenarios', () => {
  const { scenarios } = JSON.parse(readFileSync(sharedFile('renewal_scenarios.dev.json'), 'utf8')) as {
    scenarios: readonly Row[];
  };
  const rows = scenarios.filter((row) => row.expect !== undefined);

  test('are many', () => {
    expect(rows.length).toBeGreaterThan(100);
  });

  test.each(rows.map((row) => [row.id, row.title, row] as const))('%s: %s', (_id, _title, row) => {
    const decision = decide(row);
    const wanted = row.expect;
    const told = decision.granted
      ? { allowed: true, newDueOn: decision.newDueOn, renewalsLeft: decision.renewalsLeft }
      : {
          allowed: false,
          reasons: decision.reasons.map(({ code }) => code),
          details: detailsOf(decision.reasons),
        };
    expect(told).toMatchObject(wanted ?? {});
  });
});
