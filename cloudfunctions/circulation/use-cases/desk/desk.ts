import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, Copy, InCirculation } from '../../ports/records';
import { onceAtDesk } from './once-at-desk';

export type DeskNeeds = { readonly inCirculation: InCirculation; readonly now: Clock };
/** What staff ask for, of which copy, under which key. `request` tells it from other requests. */
type Asked = {
  readonly barcode: string;
  readonly requestKey: string;
  readonly action: string;
  readonly request: string;
  /** Why, in the words of staff. */
  readonly reason?: string;
  /** What to go by where there is no such copy any more. */
  readonly goneCopy?: (records: CirculationRecords) => Promise<Copy | null>;
};
/** A copy and its title as they stand at the desk. */
export type AtDesk = {
  readonly records: CirculationRecords;
  readonly copy: Copy;
  /** The copy itself is no longer there. */
  readonly isGone: boolean;
  readonly title: TitleCirculation;
  readonly at: Date;
};
/** Refusals; or what is answered, the title as it is to be kept, and whose record it was. */
export type Done<T, R> =
  | { readonly refused: readonly R[] }
  | {
      readonly answer: T;
      readonly title: TitleCirculation;
      readonly card: string | null;
      readonly target: string;
    };

/**
 * Does something with a copy at the desk, in one transaction with its title: the same key again gives the same answer,
 * a key of another request is not understood, a refusal changes nothing, and what was done stands in the audit log.
 */
export const atDesk = <T, R = never>(
  { inCirculation, now }: DeskNeeds,
  staff: StaffCaller,
  { barcode, requestKey, action, request, reason, goneCopy }: Asked,
  work: (desk: AtDesk) => Promise<Done<T, R>>,
) =>
  inCirculation(async (records) => {
    const at = now();
    const found = await records.copy(barcode);
    const copy = found ?? (await goneCopy?.(records)) ?? null;
    if (copy === null) return refuse({ code: 'no-such-copy' as const });
    const title = await records.title(copy.bookId);
    return onceAtDesk(records, staff, { requestKey, request, at }, async (): Promise<Result<T, R>> => {
      const done = await work({ records, copy, isGone: found === null, title, at });
      if ('refused' in done) return { ok: false, reasons: done.refused };
      const { answer, card, target } = done;
      await records.keepTitle(done.title);
      const about = card === null ? null : { card, pseudonym: await records.pseudonymOf(card) };
      const why = reason === undefined ? {} : { reason };
      await records.audit(auditLine(byStaff(staff), about, { action, ...why, requestKey, target, at }));
      return ok(answer);
    });
  });
