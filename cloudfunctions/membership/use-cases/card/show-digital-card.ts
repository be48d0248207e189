import { auditLine, byStaff } from '../../../kernel/audit';
import type { PatronCaller, StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Output, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { ReadPatron, ReadPseudonym, Signer } from '../../ports/digital-card';
import type { digitalCardActions } from '../../contract/digital-card';
import { cardCodeBody, cardCodeSeconds, readCardCode } from '../../domain/card/card-code';
import { patronGone, type Patron } from '../../domain/patrons/patron';
import { standingOf } from '../../domain/patrons/standing';
import type { Audit, CategoryName } from '../../ports/binding';

type Show = typeof digitalCardActions.digitalCard;
type Read = typeof digitalCardActions.readCardCode;
type Needs = {
  readonly patron: ReadPatron;
  readonly categoryName: CategoryName;
  readonly signer: Signer;
  readonly now: Clock;
};

const shownCard = async (
  { categoryName }: Pick<Needs, 'categoryName'>,
  { card, name, category, status, endsOn }: Patron,
  now: Date,
): Promise<Output<Read>> => ({
  card,
  name,
  category,
  categoryName: (await categoryName(category)) ?? category,
  endsOn,
  standing: standingOf(status, endsOn, libraryDay(now)),
});

/** The card to be shown at the desk, with a code that tells staff that it was shown just now. */
export const showDigitalCard =
  (needs: Needs) =>
  async ({ self: { card } }: PatronCaller): Promise<Outcome<Show>> => {
    const now = needs.now();
    const endsAt = new Date(now.getTime() + cardCodeSeconds * 1000);
    const body = cardCodeBody(card, endsAt);
    const signature = await needs.signer.sign(body);
    const patron = (await needs.patron(card)) ?? patronGone(card);
    const code = signature === null ? null : { text: `${body}.${signature}`, endsAt: endsAt.getTime() };
    return ok({ ...(await shownCard(needs, patron, now)), code });
  };

/** Whose card a code shows, if it is the library's and not over; the look is noted first. */
export const readShownCode =
  (needs: Needs & { readonly audit: Audit; readonly pseudonym: ReadPseudonym }) =>
  async (staff: StaffCaller, { text }: Parsed<Read>): Promise<Outcome<Read>> => {
    const code = readCardCode(text);
    if (code === null || !(await needs.signer.isGenuine(code.body, code.signature)))
      return refuse({ code: 'not-a-card-code' });
    const now = needs.now();
    if (code.endsAt < now) return refuse({ code: 'code-over' });
    const patron = await needs.patron(code.card);
    if (patron === null) return refuse({ code: 'no-such-card' });
    const about = { card: patron.card, pseudonym: await needs.pseudonym(patron.card) };
    await needs.audit(auditLine(byStaff(staff), about, { action: 'membership.readCardCode', at: now }));
    return ok(await shownCard(needs, patron, now));
  };
