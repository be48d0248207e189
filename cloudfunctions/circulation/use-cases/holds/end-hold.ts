import { libraryDay } from '../../../kernel/library-day';
import type { HoldEnd } from '../../domain/holds/hold';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { QueuedHold, TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords } from '../../ports/records';
import { moveCopy, type MoveNeeds } from './move-copy';

/** The account without a hold. */
export const withoutHold = (account: PatronCirculation, holdId: string): PatronCirculation => ({
  ...account,
  holds: account.holds.filter((open) => open.holdId !== holdId),
});

/**
 * Takes a hold out of its title's queue and notes how it ended; a copy that was kept for it passes on to the next.
 * `goesWithPatron`: the barcode that the patron of the hold borrows just now, which goes nowhere. Answers the title as
 * it is to be kept; the account of the patron is the caller's to write.
 */
export const endHold = async (
  records: CirculationRecords,
  needs: MoveNeeds,
  title: TitleCirculation,
  hold: QueuedHold,
  { end, at, goesWithPatron }: { readonly end: HoldEnd; readonly at: Date; readonly goesWithPatron?: string },
): Promise<TitleCirculation> => {
  const rest = { ...title, holds: title.holds.filter(({ holdId }) => holdId !== hold.holdId) };
  const written = await records.hold(hold.holdId);
  if (written) await records.keepHold({ ...written, endedOn: libraryDay(at), end });
  if (hold.keptBarcode === null || hold.keptBarcode === goesWithPatron) return rest;
  const copy = await records.copy(hold.keptBarcode);
  if (copy === null) return rest;
  const branchId = hold.state === 'ready' ? hold.branchId : null;
  return (await moveCopy(records, needs, rest, { copy, branchId }, at)).title;
};

/** What lending changes: its title and the account of who borrows. */
type Lent = { readonly title: TitleCirculation; readonly account: PatronCirculation };

/** Ends the hold on the title of who borrows a copy of it, if there is one: the wish is fulfilled, whichever copy it is. */
export const collectHold = async (
  needs: MoveNeeds,
  records: CirculationRecords,
  { title, account }: Lent,
  { barcode, at }: { readonly barcode: string; readonly at: Date },
): Promise<Lent> => {
  const hold = title.holds.find(({ card }) => card === account.card);
  if (hold === undefined) return { title, account };
  const ended = { end: 'collected', at, goesWithPatron: barcode } as const;
  return {
    title: await endHold(records, needs, title, hold, ended),
    account: withoutHold(account, hold.holdId),
  };
};
