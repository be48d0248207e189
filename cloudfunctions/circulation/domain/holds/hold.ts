import { addDays, type Day } from '../../../kernel/library-day';

export const holdEnds = ['collected', 'cancelled', 'lapsed'] as const;
/** How a hold came to its end: its copy was borrowed, its patron gave it up, its copy was not fetched in time. */
export type HoldEnd = (typeof holdEnds)[number];

/** A hold may rest so long. */
const mostRestDays = 366;

/** A hold may rest until this day at the latest, on which it counts again. */
export const restsThrough = (today: Day): Day => addDays(today, mostRestDays);

/** What a hold was placed on, and how it ended. How it stands meanwhile is told by the queue of its title alone. */
export type Hold = {
  readonly holdId: string;
  readonly card: string;
  readonly bookId: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** The one copy that it is for; null = any copy of the title. */
  readonly barcode: string | null;
  readonly branchId: string;
  readonly placedAt: Date;
  /** null = it goes on. */
  readonly endedOn: Day | null;
  readonly end: HoldEnd | null;
};
