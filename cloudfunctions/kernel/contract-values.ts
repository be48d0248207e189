import * as v from 'valibot';
import { isDay } from './library-day';
import { longestId } from './longest-id';

// What several contracts take and give.

/** No fields at all: an action that needs no input, a refusal without details. */
export const none = v.object({});
export const RequestKey = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
export const DayText = v.pipe(v.string(), v.check(isDay));
/** Money, in fen. */
export const Fen = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** An instant, in milliseconds since 1970. */
export const Instant = v.pipe(v.number(), v.integer());
/** The id of a record of the catalogue, or of a copy. */
export const RecordId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestId.record));
export const BranchId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestId.branch));
/** An id that the library gave; it only ever selects inside what the caller owns. */
export const Id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(64));
/** The family link by which a patron acts for another; left out for the patron's own card. */
export const FamilyLinkId = v.optional(Id);
/** Why staff do something, in their words; it stands in the audit log. */
export const StaffReason = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
