import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { holdActions } from '../../contract/holds';
import { decidePlacing } from '../../domain/holds/placing-decision';
import { placeOf, waitingHold } from '../../domain/holds/queue';
import { untouchedTitle } from '../../domain/records/title-circulation';
import type { CategoryOf, CirculationReads } from '../../ports/records';
import { expectedFor, placingCase } from './placing-case';

type Offer = typeof holdActions.holdOffer;
type Needs = { readonly reads: CirculationReads; readonly categoryOf: CategoryOf; readonly now: Clock };

/** What placing a hold on a title, or on one copy, would do now. */
export const offerHold =
  ({ reads, categoryOf, now }: Needs) =>
  async (
    { patron: { card } }: PatronCaller,
    { bookId, barcode: one }: Parsed<Offer>,
  ): Promise<Answer<Offer>> => {
    const [book, titles, copies, account, patron] = await Promise.all([
      reads.book(bookId),
      reads.titles([bookId]),
      reads.copiesOf(bookId),
      reads.account(card),
      reads.patron(card),
    ]);
    const at = now();
    const barcode = one ?? null;
    const title = titles.get(bookId) ?? { ...untouchedTitle(bookId), isDamaged: false };
    if (account.isDamaged || title.isDamaged) return refuse({ code: 'record-damaged' as const });
    const placing = await placingCase(
      { categoryOf, policyOf: (...pair) => reads.policy(...pair) },
      { barcode, title, copies, account, patron, today: libraryDay(at) },
    );
    const wouldBe = waitingHold({ holdId: '', card, barcode, branchId: '', placedAt: at });
    const queued = { ...title, holds: [...title.holds, wouldBe] };
    const place = placeOf(queued, '', placing.today) ?? 1;
    return ok({
      reasons: book === null ? [{ code: 'no-such-book' as const }] : decidePlacing(placing),
      place,
      expectedOn: expectedFor(placing, place),
      holdId: title.holds.find((hold) => hold.card === card)?.holdId ?? null,
      isWatched: account.watches.some((watch) => watch.bookId === bookId),
    });
  };
