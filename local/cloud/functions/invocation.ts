import type { Identity } from './identity';

/** What one call has spent at the database: requests, documents examined, index keys, bytes answered. */
export type Spending = { calls: number; read: number; keys: number; bytes: number };

export type Invocation = {
  readonly functionName: string;
  readonly requestId: string;
  readonly identity: Identity;
  readonly spent: Spending;
};
