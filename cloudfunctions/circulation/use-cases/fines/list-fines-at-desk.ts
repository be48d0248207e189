import { auditLine, byStaff, maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { circulation } from '../../contract';
import type { Payment } from '../../domain/fines/payment';
import type { FineReads, InFines } from '../../ports/fines';
import type { CardOfText } from '../../ports/records';
import { finesOfCard, type FinesNeeds } from './fines-of-card';

type AtDesk = typeof circulation.finesAtDesk;
type DeskNeeds = FinesNeeds & {
  readonly inFines: InFines;
  readonly fineReads: Pick<FineReads, 'toGiveBack'>;
  readonly cardOfText: CardOfText;
};

const shownPayment = ({ paymentId, toGiveBack: amount, receipt, paidOn, state }: Payment) => ({
  paymentId,
  amount,
  receipt,
  paidOn,
  isWrongAmount: state === 'wrong-amount',
});

/** What the card that was scanned, typed or shown owes, for staff, who say why they look; the patron can see that. */
export const listFinesAtDesk =
  (needs: DeskNeeds) =>
  async (staff: StaffCaller, { card: text, reason }: Parsed<AtDesk>): Promise<Outcome<AtDesk>> => {
    const card = await needs.cardOfText(text);
    if (card === null) return refuse({ code: 'no-such-card' });
    const [{ patron, told }, toGiveBack] = await Promise.all([
      finesOfCard(needs, card),
      needs.fineReads.toGiveBack(card),
    ]);
    if (patron === null) return refuse({ code: 'no-such-card' });
    await needs.inFines(async (records) =>
      records.audit(
        auditLine(
          byStaff(staff),
          { card, pseudonym: await records.pseudonymOf(card) },
          { action: 'circulation.finesAtDesk', reason, at: needs.now() },
        ),
      ),
    );
    return ok({ maskedCard: maskCard(card), ...told, toGiveBack: toGiveBack.map(shownPayment) });
  };
