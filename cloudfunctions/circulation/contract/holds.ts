import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import {
  BranchId,
  Count,
  DayText,
  FamilyLinkId,
  Fen,
  Id,
  none,
  RecordId,
  RequestKey,
} from '../../kernel/contract-values';
import { reasonShape } from './reason';

/** `suspended` is waiting too, but neither counts nor gets a copy before its day. */
export const shownHoldStates = ['waiting', 'suspended', 'in-transit', 'ready'] as const;

const Hold = v.object({
  holdId: Id,
  bookId: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  /** The one copy that it is for; null = any copy of the title. */
  barcode: v.nullable(v.string()),
  branchId: v.string(),
  placedOn: DayText,
  state: v.picklist(shownHoldStates),
  suspendedUntil: v.nullable(DayText),
  /** From 1; null once a copy is on its way or ready. */
  place: v.nullable(Count),
  /** How many copies the queue is served from: on loan, free or on the way. */
  copies: Count,
  /** When it may be ready, from the due days of copies on loan and the queue; null where nothing tells. */
  expectedOn: v.nullable(DayText),
  /** The last day on the pickup shelf, once it is ready. */
  pickupBy: v.nullable(DayText),
});

const Watch = v.object({ bookId: v.string(), title: v.string(), since: DayText });

/** Why a hold cannot be placed, in the order in which reasons are told. */
export const placingRefusals = {
  'no-such-book': none,
  'no-such-copy': none,
  'no-such-branch': none,
  'membership-suspended': none,
  'membership-expired': v.object({ endedOn: DayText }),
  /** The patron's category places no holds. */
  'no-hold-right': none,
  'fines-over-limit': v.object({ owed: Fen, limit: Fen }),
  'already-held': none,
  'already-borrowed': none,
  'hold-limit': v.object({ limit: Count }),
  /** No copy of it is ever lent. */
  'nothing-to-lend': none,
  /** A copy stands free on its shelf: one can just fetch it. */
  'on-shelf': v.object({ copies: Count }),
} as const;

const PlacingReason = v.variant('code', [
  reasonShape('no-such-book', placingRefusals['no-such-book']),
  reasonShape('no-such-copy', placingRefusals['no-such-copy']),
  reasonShape('no-such-branch', placingRefusals['no-such-branch']),
  reasonShape('membership-suspended', placingRefusals['membership-suspended']),
  reasonShape('membership-expired', placingRefusals['membership-expired']),
  reasonShape('no-hold-right', placingRefusals['no-hold-right']),
  reasonShape('fines-over-limit', placingRefusals['fines-over-limit']),
  reasonShape('already-held', placingRefusals['already-held']),
  reasonShape('already-borrowed', placingRefusals['already-borrowed']),
  reasonShape('hold-limit', placingRefusals['hold-limit']),
  reasonShape('nothing-to-lend', placingRefusals['nothing-to-lend']),
  reasonShape('on-shelf', placingRefusals['on-shelf']),
]);

export const holdActions = {
  /** What the patron has on hold, ready ones first, and the titles whose return the patron wants to hear of. */
  holds: {
    callers: ['phone'],
    person: 'patron',
    familyRight: 'see',
    input: v.object({ familyLinkId: FamilyLinkId }),
    output: v.object({
      holds: v.array(Hold),
      watches: v.array(Watch),
      /** A hold may be suspended from tomorrow through this day. */
      mayRestThrough: DayText,
    }),
    refusals: {},
  },
  /** What placing a hold on this title (or this copy) would do now: for the button on a book's page. */
  holdOffer: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ bookId: RecordId, barcode: v.optional(RecordId) }),
    output: v.object({
      /** Empty where a hold may be placed; otherwise every reason why not. */
      reasons: v.array(PlacingReason),
      /** The place that a hold placed now would have. */
      place: Count,
      expectedOn: v.nullable(DayText),
      /** The patron's own hold on the title. */
      holdId: v.nullable(Id),
      isWatched: v.boolean(),
    }),
    refusals: {},
  },
  /** Places a hold on any copy of a title, or on one copy; it is picked up at that branch. */
  placeHold: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({
      bookId: RecordId,
      barcode: v.optional(RecordId),
      branchId: BranchId,
      requestKey: RequestKey,
    }),
    output: v.object({ holdId: Id, place: Count, expectedOn: v.nullable(DayText) }),
    refusals: placingRefusals,
  },
  /** Gives a hold up, also one that is ready. */
  cancelHold: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ holdId: Id, requestKey: RequestKey }),
    output: none,
    refusals: { 'no-such-hold': none },
  },
  /** Lets a hold rest until a day, on which it counts again in its old place; null ends the rest now. */
  suspendHold: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ holdId: Id, until: v.nullable(DayText), requestKey: RequestKey }),
    output: v.object({ suspendedUntil: v.nullable(DayText) }),
    refusals: {
      'no-such-hold': none,
      /** A copy is on its way or ready: it can be fetched or given up. */
      'already-ready': none,
      /** The day must come after today and at the latest on `latest`. */
      'bad-day': v.object({ latest: DayText }),
    },
  },
  /** "Tell me when it is back", without a hold; `isOn` false ends it. */
  watch: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ bookId: RecordId, isOn: v.boolean(), requestKey: RequestKey }),
    output: v.object({ isWatched: v.boolean() }),
    refusals: {
      'no-such-book': none,
      'on-shelf': v.object({ copies: Count }),
      'watch-limit': v.object({ limit: Count }),
    },
  },
} as const satisfies Contract;
