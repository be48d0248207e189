import type { Day } from '../../../kernel/library-day';
import { circulates, freeAmong } from '../../domain/loans/copy';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { PlacingCase } from '../../domain/holds/placing-decision';
import type { Policy } from '../../domain/policies/policy';
import { expectedDay } from '../../domain/holds/queue';
import { membershipOf } from '../../domain/patrons/membership-checks';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CategoryOf, Copy, PatronRecord } from '../../ports/records';

type Known = {
  readonly barcode: string | null;
  readonly title: TitleCirculation;
  readonly copies: readonly Copy[];
  readonly account: PatronCirculation;
  readonly patron: PatronRecord | null;
  readonly today: Day;
};
type Needs = {
  readonly categoryOf: CategoryOf;
  readonly policyOf: (patronCategory: string, itemCategory: string) => Promise<Policy>;
};

/** The item category that a hold goes by: that of the copy, or of the first copy that is lent. */
const itemCategoryOf = (copies: readonly Copy[], barcode: string | null): string =>
  (copies.find((copy) => (barcode === null ? circulates(copy) : copy.barcode === barcode)) ?? copies[0])
    ?.itemCategory ?? '';

/** What placing a hold is decided on, the title with its free copies as they stand. */
export const placingCase = async (
  { categoryOf, policyOf }: Needs,
  { barcode, title, copies, account, patron, today }: Known,
): Promise<PlacingCase> => {
  const category = await categoryOf(patron?.category ?? '');
  return {
    barcode,
    membership: membershipOf(patron),
    mayHold: category?.rights.includes('hold') ?? false,
    holdLimit: category?.holdLimit ?? 0,
    account,
    policy: await policyOf(patron?.category ?? '', itemCategoryOf(copies, barcode)),
    title: { ...title, freeCopies: freeAmong(copies, title) },
    copies,
    today,
  };
};

/** When the one at a place may have a copy; each before keeps one for a loan and its days on the pickup shelf. */
export const expectedFor = ({ title, barcode, policy, today }: PlacingCase, place: number): Day | null =>
  expectedDay(title, barcode, place, policy.loanDays + policy.holdShelfDays, today);
