import type { Document } from '../values/value';

/** A document anywhere in the database. */
export type DocumentKey = string;

/** An id that is a number is another than the same as text. */
export const documentKey = (collection: string, id: string | number): DocumentKey =>
  `${collection}\0${typeof id}\0${id}`;

type Past = { readonly at: number; readonly before: Document | undefined };

/** What documents were before they changed, kept only while a transaction may ask. */
export class History {
  private readonly pasts = new Map<DocumentKey, Past[]>();
  private changes = 0;

  /** The moment now; a snapshot taken here sees no later change. */
  get moment(): number {
    return this.changes;
  }

  record(key: DocumentKey, before: Document | undefined): void {
    this.changes++;
    const past = { at: this.changes, before };
    const pasts = this.pasts.get(key);
    if (pasts) pasts.push(past);
    else this.pasts.set(key, [past]);
  }

  /** The first change of a document after a moment, with what stood there before. */
  changeAfter(key: DocumentKey, moment: number): Past | undefined {
    return this.pasts.get(key)?.find(({ at }) => at > moment);
  }

  forget(): void {
    this.pasts.clear();
  }
}
