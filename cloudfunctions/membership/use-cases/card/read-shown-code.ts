import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import { readCardCode } from '../../domain/card/card-code';
import type { Audit, CategoryName } from '../../ports/binding';
import type { digitalCardActions } from '../../contract/digital-card';
import type { ReadPatron, ReadPseudonym, Signer } from '../../ports/digital-card';
import { shownCard } from './shown-card';

type Read = typeof digitalCardActions.readCardCode;

type Needs = {
  readonly patron: ReadPatron;
  readonly categoryName: CategoryName;
  readonly signer: Signer;
  readonly audit: Audit;
  readonly pseudonym: ReadPseudonym;
  readonly now: Clock;
};

/** Whose card a code shows, if it is the library's and not over; the look is noted first. */
export const readShownCode =
  (needs: Needs) =>
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
