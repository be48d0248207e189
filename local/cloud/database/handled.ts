/** What an action answers, and what it cost: documents and index keys examined, as MongoDB's explain counts them. */
export type Handled = {
  readonly reply: Record<string, unknown>;
  readonly read: number;
  readonly keys: number;
};
