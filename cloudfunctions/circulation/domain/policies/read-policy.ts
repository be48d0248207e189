import type { DocumentFault } from '../../../kernel/document-fault';
import type { Day } from '../../../kernel/library-day';
import { typedDay, writtenText } from '../../../kernel/typed-value';
import { unknownFields } from '../../../kernel/unknown-fields';
import {
  closedDayMoves,
  fineDayCounts,
  holdModes,
  overdueModes,
  overduePenalties,
  renewalStarts,
  unlimited,
  usualPolicy,
  type Policy,
} from './policy';
import type { PolicyRule } from './choose-policy';

/** A document of `policies` as it came. */
export type PolicyDocument = { readonly _id: string } & Readonly<Record<string, unknown>>;
/** Ten years: a longer time is a slip of the finger. */
const mostDays = 3660;
const mostFen = 100_000_000;
const mostRenewals = 1000;
const mostShelfDays = 60;

/** null = nothing is written, undefined = something that nobody understands; it was noted. */
type Read<T> = T | null | undefined;

const fieldsOf = (
  document: PolicyDocument,
  note: (field: string, code: DocumentFault['code']) => undefined,
) => {
  const written = (field: string): unknown => (document[field] === '' ? null : (document[field] ?? null));
  return {
    whole: (field: string, low: number, high: number): Read<number> => {
      const value = written(field);
      if (value === null) return null;
      if (typeof value !== 'number' || !Number.isInteger(value)) return note(field, 'not-a-whole-number');
      return value < low || value > high ? note(field, 'out-of-range') : value;
    },
    flag: (field: string): Read<boolean> => {
      const value = written(field);
      return value === null || typeof value === 'boolean' ? value : note(field, 'unknown-value');
    },
    oneOf: <T>(field: string, known: readonly T[]): Read<T> => {
      const value = written(field);
      if (value === null) return null;
      return known.find((one) => one === value) ?? note(field, 'unknown-value');
    },
    day: (field: string): Read<Day> => {
      const value = written(field);
      if (value === null) return null;
      const typed = typedDay(value);
      if (typed === undefined) return note(field, 'not-a-day');
      if (typed.isLoose) note(field, 'loosely-written');
      return typed.value;
    },
    category: (field: string): string => {
      const value = written(field);
      const text = writtenText(value);
      if (text === null) note(field, value === null ? 'missing' : 'not-text');
      return text ?? '';
    },
    isMissing: (field: string): boolean => written(field) === null,
  };
};
type Fields = ReturnType<typeof fieldsOf>;

/** What was read, or what it is where nothing was written, or the safest where nobody understands what was. */
const settle = <T>(read: Read<T>, absent: T, safest: T): T =>
  read === undefined ? safest : (read ?? absent);

const readMaxRenewals = (fields: Fields, document: PolicyDocument): Policy['maxRenewals'] =>
  document['maxRenewals'] === unlimited
    ? unlimited
    : settle<number | null>(fields.whole('maxRenewals', 0, mostRenewals), null, null);

/** Where a length or a ceiling can't be told, nothing is renewed. */
const readRenewal = (fields: Fields, document: PolicyDocument) => {
  const lengths = {
    loanDays: fields.whole('loanDays', 1, mostDays),
    renewalDays: fields.whole('renewalDays', 1, mostDays),
    maxTotalDays: fields.whole('maxTotalDays', 1, mostDays),
    latestDueOn: fields.day('latestDueOn'),
  };
  const isClear = Object.values(lengths).every((length) => length !== undefined);
  return {
    loanDays: settle(lengths.loanDays, usualPolicy.loanDays, 1),
    renewalDays: lengths.renewalDays ?? null,
    maxTotalDays: lengths.maxTotalDays ?? null,
    latestDueOn: lengths.latestDueOn ?? null,
    renewable: settle(fields.flag('renewable'), usualPolicy.renewable, false) && isClear,
    maxRenewals: readMaxRenewals(fields, document),
    renewFrom: settle(fields.oneOf('renewFrom', renewalStarts), usualPolicy.renewFrom, 'today'),
    opensDaysBefore: settle<number | null>(fields.whole('opensDaysBefore', 0, mostDays), null, 0),
    overdue: settle(fields.oneOf('overdue', overdueModes), usualPolicy.overdue, 'refuse-account'),
    holds: settle(fields.oneOf('holds', holdModes), usualPolicy.holds, 'refuse'),
    capAtMembershipEnd: settle(fields.flag('capAtMembershipEnd'), usualPolicy.capAtMembershipEnd, true),
    onClosedDay: settle(
      fields.oneOf('onClosedDay', closedDayMoves),
      usualPolicy.onClosedDay,
      'previous-open',
    ),
    lendable: settle(fields.flag('lendable'), usualPolicy.lendable, false) && lengths.loanDays !== undefined,
  };
};

/** Fines that nobody understands are not taken, and a limit of them is nothing at all. */
const readFines = (fields: Fields) => ({
  fineLimit: settle<number | null>(fields.whole('fineLimit', 0, mostFen), usualPolicy.fineLimit, 0),
  finePerDay: settle(fields.whole('finePerDay', 0, mostFen), usualPolicy.finePerDay, 0),
  fineCap: settle<number | null>(fields.whole('fineCap', 0, mostFen), null, 0),
  fineDays: settle(fields.oneOf('fineDays', fineDayCounts), usualPolicy.fineDays, 'open'),
  overduePenalty: settle(
    fields.oneOf('overduePenalty', overduePenalties),
    usualPolicy.overduePenalty,
    'fine',
  ),
});

/**
 * A document of `policies` as it was understood, with what is wrong in it. What is not written takes its usual value,
 * except `maxRenewals`, without which nothing is renewed. What can't be read takes the safest: it refuses rather than
 * grants, and takes no money.
 */
export const readPolicy = (
  document: PolicyDocument,
): { readonly rule: PolicyRule; readonly faults: readonly DocumentFault[] } => {
  const faults: DocumentFault[] = [];
  const fields = fieldsOf(document, (field, code) => {
    faults.push({ _id: `policies/${document._id}`, field, code });
    return undefined;
  });
  if (fields.isMissing('maxRenewals'))
    faults.push({ _id: `policies/${document._id}`, field: 'maxRenewals', code: 'missing' });
  const rule = {
    policyId: document._id,
    patronCategory: fields.category('patronCategory'),
    itemCategory: fields.category('itemCategory'),
    policy: {
      ...readRenewal(fields, document),
      ...readFines(fields),
      holdShelfDays: settle(
        fields.whole('holdShelfDays', 1, mostShelfDays),
        usualPolicy.holdShelfDays,
        usualPolicy.holdShelfDays,
      ),
      allowHoldOnShelf: settle(fields.flag('allowHoldOnShelf'), usualPolicy.allowHoldOnShelf, false),
    },
  };
  const known = ['patronCategory', 'itemCategory', ...Object.keys(rule.policy)];
  const unknown = unknownFields(document, known).map((fault) => ({
    _id: `policies/${document._id}`,
    ...fault,
  }));
  return { rule, faults: [...faults, ...unknown] };
};
