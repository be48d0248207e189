import type { Day } from '../../../kernel/library-day';

export const holdStates = ['waiting', 'in-transit', 'ready'] as const;
/** It waits for a copy; its copy is on its way to the pickup branch; its copy is on the pickup shelf. */
export type HoldState = (typeof holdStates)[number];

/** A hold that goes on, as the queue of its title has it. */
export type QueuedHold = {
  readonly holdId: string;
  readonly card: string;
  /** The one copy that it is for; null = any copy of the title. */
  readonly barcode: string | null;
  /** The branch where it is picked up. */
  readonly branchId: string;
  readonly placedAt: Date;
  readonly state: HoldState;
  /** Until this day it does not count and gets no copy; null = it is not suspended. */
  readonly suspendedUntil: Day | null;
  /** The copy that is kept for it, once there is one. */
  readonly keptBarcode: string | null;
  /** The last day on the pickup shelf; null before it is there. */
  readonly pickupBy: Day | null;
};

/** A copy of the title that somebody has. */
export type LoanOfTitle = { readonly loanId: string; readonly barcode: string; readonly dueOn: Day };

/**
 * Everything that decides about one title, in one document: whatever decides reads it and writes it, with the next
 * sequence number, so that of two at once one decides again. Source: the circulation rules, "Writing".
 */
export type TitleCirculation = {
  readonly bookId: string;
  readonly sequence: number;
  /** In the order of the queue, those whose copy is on the way or on the pickup shelf included. */
  readonly holds: readonly QueuedHold[];
  /** Barcodes of copies that stand free on their shelves. */
  readonly freeCopies: readonly string[];
  readonly loans: readonly LoanOfTitle[];
  /** Cards that want to be told when a copy is back. */
  readonly watchers: readonly string[];
};

/** A title of which nothing has happened yet. */
export const untouchedTitle = (bookId: string): TitleCirculation => ({
  bookId,
  sequence: 0,
  holds: [],
  freeCopies: [],
  loans: [],
  watchers: [],
});
