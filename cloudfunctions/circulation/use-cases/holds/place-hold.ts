import { auditLine, byPatron } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Output, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once, type DoneRequest } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { holdActions } from '../../contract/holds';
import { decidePlacing } from '../../domain/holds/placing-decision';
import { placeOf, waitingHold } from '../../domain/holds/queue';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { QueuedHold } from '../../domain/records/title-circulation';
import type { Book, CategoryOf, CirculationRecords, InCirculation, IsBranch } from '../../ports/records';
import { expectedFor, placingCase } from './placing-case';

type Place = typeof holdActions.placeHold;
type Needs = {
  readonly inCirculation: InCirculation;
  readonly categoryOf: CategoryOf;
  readonly isBranch: IsBranch;
  readonly newId: () => string;
  readonly now: Clock;
};
type Asked = Parsed<Place>;

const requestOf = ({ bookId, barcode, branchId }: Asked): string =>
  `hold/${bookId}/${barcode ?? ''}/${branchId}`;

/** What a hold is decided on, read now. */
const readCase = async (
  records: CirculationRecords,
  needs: Needs,
  account: PatronCirculation,
  asked: Asked,
  at: Date,
) => {
  const title = await records.title(asked.bookId);
  return placingCase(
    { categoryOf: needs.categoryOf, policyOf: (...pair) => records.policy(...pair) },
    {
      barcode: asked.barcode ?? null,
      title,
      copies: await records.copiesOf(asked.bookId),
      account,
      patron: await records.patron(account.card),
      today: libraryDay(at),
    },
  );
};
type PlacingCase = Awaited<ReturnType<typeof readCase>>;

/** Writes a hold at the end of its title's queue, with the free copies as they were just found. */
const write = async (
  records: CirculationRecords,
  patron: PatronCaller['patron'],
  asked: Asked,
  { hold, book }: { readonly hold: QueuedHold; readonly book: Book },
  { title, account, ...known }: PlacingCase,
  remember: (answer: Output<Place>) => readonly DoneRequest[],
): Promise<Output<Place>> => {
  const { bookId, requestKey } = asked;
  const { holdId, barcode, branchId, placedAt } = hold;
  const queued = { ...title, holds: [...title.holds, hold] };
  const place = placeOf(queued, holdId, known.today) ?? 1;
  const answer = { holdId, place, expectedOn: expectedFor({ title, account, ...known }, place) };
  await records.keepTitle(queued);
  await records.keepAccount({
    ...account,
    holds: [...account.holds, { holdId, bookId }],
    doneRequests: remember(answer),
  });
  const goesOn = { endedOn: null, end: null };
  await records.keepHold({ holdId, card: patron.card, ...book, barcode, branchId, placedAt, ...goesOn });
  // Staff fetch a free copy for it: searches must not offer that one to others.
  if (title.freeCopies.length > 0) await records.reindex(bookId);
  const deed = { action: 'circulation.placeHold', requestKey, target: holdId, at: placedAt };
  await records.audit(auditLine(byPatron(patron), patron, deed));
  return answer;
};

/** Places a hold on a title or a copy, decided on what stands there now; with the same key again, the same hold. */
export const placeHold =
  (needs: Needs) =>
  async ({ patron }: PatronCaller, asked: Asked): Promise<Answer<Place>> => {
    if (!(await needs.isBranch(asked.branchId))) return refuse({ code: 'no-such-branch' as const });
    const holdId = needs.newId();
    return needs.inCirculation(async (records): Promise<Answer<Place>> => {
      const at = needs.now();
      const account = await records.account(patron.card);
      const request = { key: asked.requestKey, request: requestOf(asked), done: account.doneRequests, at };
      return once(request, async (remember): Promise<Answer<Place>> => {
        const book = await records.book(asked.bookId);
        if (book === null) return refuse({ code: 'no-such-book' as const });
        const placing = await readCase(records, needs, account, asked, at);
        const reasons = decidePlacing(placing);
        if (reasons.length > 0) return { ok: false, reasons };
        const { branchId, barcode = null } = asked;
        const hold = waitingHold({ holdId, card: patron.card, barcode, branchId, placedAt: at });
        return ok(await write(records, patron, asked, { hold, book }, placing, remember));
      });
    });
  };
