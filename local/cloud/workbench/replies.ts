import type { LogEntry, OutboxMessage } from '../events/event-stream';
import type { FunctionState } from '../functions/built-functions';
import type { Spending } from '../functions/invocation';
import type { RawDocument } from './collection-console';

/** How a call ended, as JSON, and what it cost: milliseconds, and what it spent at the database. */
export type CallReport = Readonly<Spending> & {
  readonly result?: unknown;
  readonly error?: { readonly errCode: number; readonly errMsg: string };
  readonly requestId: string;
  readonly ms: number;
};

/** The cloud's time, ISO, and how far it is from this machine's. */
export type ClockReading = { readonly now: string; readonly offsetMs: number };

/** A timer that the clock was moved past; `skipped` earlier moments of it fell away. */
type FiredTimer = {
  readonly function: string;
  readonly name: string;
  readonly at: string;
  readonly skipped: number;
};

export type MovedClock = ClockReading & { readonly fired: readonly FiredTimer[] };

/** A page of a collection, and how many documents the query has in all. */
export type CollectionPage = { readonly documents: readonly RawDocument[]; readonly total: number };

/** What the cloud is and holds. */
export type CloudState = {
  readonly now: string;
  readonly clockOffsetMs: number;
  readonly envId: string;
  readonly appid: string;
  readonly residentBytes: number;
  readonly functions: readonly FunctionState[];
  /** `zh` is what librarians call it; empty for a collection that the schema doesn't name. */
  readonly collections: readonly { readonly name: string; readonly zh: string; readonly count: number }[];
};

/** Oldest first. */
export type Logs = { readonly entries: readonly LogEntry[] };

/** What would have gone to WeChat, the newest last, and the answers that are still scripted. */
export type SentMessages = { readonly messages: readonly OutboxMessage[]; readonly scripted: unknown };
