import * as v from 'valibot';
import { isDay } from '../../cloudfunctions/kernel/library-day';

/** The only format there is; another one is refused instead of being read wrongly. */
const format = 1;

const Day = v.pipe(v.string(), v.check(isDay, 'a day of the calendar, YYYY-MM-DD'));
const Instant = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'an instant, ISO'),
);
const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const Label = v.pipe(v.string(), v.regex(/^[\w-]{1,20}$/));
const Who = v.picklist(['self', 'another']);
const Device = v.optional(v.pipe(v.string(), v.nonEmpty()), 'a');
const Key = v.pipe(v.string(), v.nonEmpty());
const On = v.picklist(['title', 'copy', 'other-copy']);

const Policy = v.strictObject({
  loanDays: Whole,
  renewalDays: v.nullable(Whole),
  /** Left out on purpose where no limit is configured. */
  maxRenewals: v.optional(v.nullable(v.union([Whole, v.literal('unlimited')]))),
  renewFrom: v.picklist(['due-date', 'today']),
  opensDaysBefore: v.nullable(Whole),
  overdue: v.picklist(['allow', 'refuse-this-loan', 'refuse-account']),
  fineLimit: v.nullable(Whole),
  holds: v.picklist(['refuse', 'refuse-unless-enough-copies', 'ignore']),
  renewable: v.boolean(),
  latestDueOn: v.nullable(Day),
  capAtMembershipEnd: v.boolean(),
  maxTotalDays: v.nullable(Whole),
  onClosedDay: v.picklist(['next-open', 'previous-open', 'keep']),
});

const Calendar = v.strictObject({
  closedWeekdays: v.optional(v.array(v.pipe(v.number(), v.integer())), []),
  closedDates: v.optional(v.array(Day), []),
  closedRanges: v.optional(v.array(v.tuple([Day, Day])), []),
  openDates: v.optional(v.array(Day), []),
});

const Loan = v.strictObject({
  borrowedOn: Day,
  dueOn: Day,
  renewals: v.optional(Whole, 0),
  returnedOn: v.optional(v.nullable(Day), null),
  recalled: v.optional(v.boolean(), false),
  reportedLost: v.optional(v.boolean(), false),
  claimedReturned: v.optional(v.boolean(), false),
  owner: v.optional(Who, 'self'),
});

const Hold = v.strictObject({
  on: On,
  by: Who,
  state: v.picklist(['waiting', 'on-shelf']),
  /** Its reader has suspended it until that day. */
  suspendedUntil: v.optional(Day),
});

const Details = v.record(v.string(), v.unknown());

export const Verdict = v.strictObject({
  allowed: v.boolean(),
  newDueOn: v.optional(Day),
  renewalsLeft: v.optional(v.nullable(v.union([Whole, v.literal('unlimited')]))),
  reasons: v.optional(v.array(v.string())),
  details: v.optional(Details),
});
export type Verdict = v.InferOutput<typeof Verdict>;

const ListedLoan = v.strictObject({
  loan: Label,
  dueOn: v.optional(Day),
  renewals: v.optional(Whole),
  verdict: v.optional(Verdict),
});
const StoredLoan = v.strictObject({
  loan: Label,
  dueOn: v.optional(Day),
  renewals: v.optional(Whole),
  returnedOn: v.optional(v.nullable(Day)),
  renewalHistoryLines: v.optional(Whole),
  renewalAuditLines: v.optional(Whole),
});
export type ListedLoan = v.InferOutput<typeof ListedLoan>;
export type StoredLoan = v.InferOutput<typeof StoredLoan>;

const at = { now: v.optional(Instant) };
const where = { ...at, device: Device, loan: v.optional(Label, 'L1') };
const callKinds = [
  v.strictObject({ ...where, do: v.literal('renew'), key: Key, expect: v.optional(Verdict) }),
  v.strictObject({
    ...where,
    do: v.literal('renew-all'),
    key: Key,
    expect: v.optional(
      v.strictObject({
        results: v.array(v.strictObject({ loan: v.optional(Label), ...Verdict.entries })),
      }),
    ),
  }),
  v.strictObject({
    ...where,
    do: v.literal('list'),
    expect: v.optional(v.strictObject({ loans: v.array(ListedLoan) })),
  }),
  v.strictObject({
    ...where,
    do: v.literal('state'),
    expect: v.optional(v.strictObject({ loans: v.array(StoredLoan) })),
  }),
  v.strictObject({ ...where, do: v.literal('place-hold'), on: On, by: Who }),
  v.strictObject({ ...where, do: v.literal('return') }),
  v.strictObject({ ...where, do: v.literal('unbind') }),
] as const;
const Call = v.variant('do', callKinds);
const Race = v.strictObject({
  ...at,
  do: v.literal('race'),
  calls: v.pipe(v.array(Call), v.nonEmpty('at least one call')),
  expect: v.strictObject({ outcomes: v.array(Verdict) }),
});
export type Call = v.InferOutput<typeof Call>;
export type Race = v.InferOutput<typeof Race>;
export type Step = Call | Race;

const Scenario = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,20}$/)),
    title: v.string(),
    basis: v.optional(v.string()),
    source: v.optional(v.string()),
    now: Instant,
    policy: Policy,
    calendar: Calendar,
    patron: v.strictObject({
      status: v.picklist(['active', 'suspended']),
      membershipEndsOn: v.nullable(Day),
      finesOwed: Whole,
      otherOverdueLoans: v.optional(Whole, 0),
    }),
    loan: Loan,
    moreLoans: v.optional(v.array(Loan), []),
    holds: v.optional(v.array(Hold), []),
    freeCopies: v.optional(Whole, 0),
    expect: v.optional(Verdict),
    steps: v.optional(
      v.pipe(v.array(v.variant('do', [...callKinds, Race])), v.nonEmpty('at least one step')),
    ),
  }),
  v.check(
    ({ expect, steps }) => (expect === undefined) !== (steps === undefined),
    'either expect or steps, never both',
  ),
);
/** One row: what the library holds, and what is expected of one renewal or of several steps. */
export type Scenario = v.InferOutput<typeof Scenario>;
export type ScenarioLoan = v.InferOutput<typeof Loan>;
export type ScenarioHold = v.InferOutput<typeof Hold>;

/** Loans that the row has not, though steps tell what becomes of them; renewing one that is unknown is a case of its own. */
const missingLoans = (scenario: Scenario): readonly string[] => {
  const known = scenario.moreLoans.length + 1;
  const calls = (scenario.steps ?? []).flatMap((step) => (step.do === 'race' ? step.calls : [step]));
  const named = calls.flatMap((call) => {
    if (call.do === 'renew') return [];
    return call.do === 'state' ? (call.expect?.loans ?? []) : [call];
  });
  return named
    .map(({ loan }) => loan)
    .filter((label) => !/^L[1-9]$/.test(label) || Number(label.slice(1)) > known);
};

const ofIssue = (issue: v.BaseIssue<unknown>): string => `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`;

/** What a file holds: its rows, and in words each of those that are not understood. */
export type ScenarioFile = { readonly scenarios: readonly Scenario[]; readonly faults: readonly string[] };

const readRow = (row: unknown, place: number): Scenario | string => {
  const { id } = (row ?? {}) as { readonly id?: unknown };
  const name = typeof id === 'string' ? id : `row ${place + 1}`;
  const parsed = v.safeParse(Scenario, row);
  if (!parsed.success) return `${name} is not understood: ${parsed.issues.map(ofIssue).join('; ')}`;
  const missing = missingLoans(parsed.output);
  return missing.length > 0 ? `${name} has no loan ${missing.join()}` : parsed.output;
};

/**
 * The rows of a file, `{ format: 1, scenarios: […] }`. A row with an unknown field or value is told as a fault and
 * the others stand. Throws in words where the file as a whole is not understood, or holds nothing.
 */
export const readScenarios = (text: string): ScenarioFile => {
  const file = (JSON.parse(text) ?? {}) as { readonly format?: unknown; readonly scenarios?: unknown };
  if (file.format !== format)
    throw new Error(`format ${JSON.stringify(file.format)} is unknown: only ${format} is`);
  if (!Array.isArray(file.scenarios) || file.scenarios.length === 0)
    throw new Error('scenarios: a list of rows is expected');
  const rows = file.scenarios.map(readRow);
  const scenarios = rows.filter((row) => typeof row !== 'string');
  if (new Set(scenarios.map(({ id }) => id)).size < scenarios.length)
    throw new Error('two rows have the same id');
  return { scenarios, faults: rows.filter((row) => typeof row === 'string') };
};
