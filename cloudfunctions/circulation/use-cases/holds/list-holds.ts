import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Output } from '../../../kernel/contract';
import { libraryDay, type Day } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { holdActions } from '../../contract/holds';
import { restsThrough, type Hold } from '../../domain/holds/hold';
import { usualItemCategory } from '../../domain/policies/policy';
import { copiesBehind, expectedDayOf, placeOf, rests } from '../../domain/holds/queue';
import type { QueuedHold, TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationReads } from '../../ports/records';

type List = typeof holdActions.holds;
type Shown = Output<List>['holds'][number];
type Needs = { readonly reads: CirculationReads; readonly now: Clock };

const stateOf = (hold: QueuedHold, today: Day): Shown['state'] =>
  hold.state === 'waiting' && rests(hold, today) ? 'suspended' : hold.state;

const shown = (
  hold: Hold,
  queued: QueuedHold,
  title: TitleCirculation,
  cycleDays: number,
  today: Day,
): Shown => {
  const place = placeOf(title, hold.holdId, today);
  return {
    holdId: hold.holdId,
    bookId: hold.bookId,
    title: hold.title,
    authors: [...hold.authors],
    barcode: hold.barcode,
    branchId: queued.branchId,
    placedOn: libraryDay(queued.placedAt),
    state: stateOf(queued, today),
    suspendedUntil: rests(queued, today) ? queued.suspendedUntil : null,
    place,
    copies: copiesBehind(title, hold.barcode),
    expectedOn: place === null ? null : expectedDayOf(title, queued, place, cycleDays, today),
    pickupBy: queued.pickupBy,
  };
};

/** Ready ones first, by the day that they lapse; then those on the way; then by the time they were placed. */
const order = { ready: 0, 'in-transit': 1, waiting: 2, suspended: 2 } as const;
const inOrder = (a: Shown, b: Shown): number =>
  order[a.state] - order[b.state] ||
  (a.pickupBy ?? '').localeCompare(b.pickupBy ?? '') ||
  a.placedOn.localeCompare(b.placedOn);

/**
 * What a patron has on hold, with place, copies behind it and expected day, and the titles to be told of; what somebody
 * waits to hear of is shown to no other, a linked member of the family included.
 */
export const listHolds =
  ({ reads, now }: Needs) =>
  async ({ patron: { card }, self }: PatronCaller): Promise<Outcome<List>> => {
    const today = libraryDay(now());
    const [account, patron] = await Promise.all([reads.account(card), reads.patron(card)]);
    const [holds, titles, policy] = await Promise.all([
      reads.holds(account.holds.map(({ holdId }) => holdId)),
      reads.titles([...new Set(account.holds.map(({ bookId }) => bookId))]),
      reads.policy(patron?.category ?? '', usualItemCategory),
    ]);
    const cycleDays = policy.loanDays + policy.holdShelfDays;
    const all = holds.flatMap((hold) => {
      const title = titles.get(hold.bookId);
      const queued = title?.holds.find(({ holdId }) => holdId === hold.holdId);
      return title && queued ? [shown(hold, queued, title, cycleDays, today)] : [];
    });
    return ok({
      holds: all.sort(inOrder),
      watches: self.card === card ? [...account.watches] : [],
      mayRestThrough: restsThrough(today),
    });
  };
