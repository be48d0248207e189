import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type { Storage } from '../storage';

const key = 'search-history';
const longest = 20;

const isHistory = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** What this patron searched for, newest first. It stays on the phone and can be wiped line by line or at once. */
export class SearchHistory {
  queries: readonly string[] = [];

  private readonly storage: Storage;

  constructor(storage: Storage) {
    const stored = storage.read(key);
    this.storage = storage;
    this.queries = isHistory(stored) ? stored : [];
    makeAutoObservable<this, 'storage'>(
      this,
      { queries: observable.ref, storage: false },
      { autoBind: true },
    );
  }

  add(query: string): void {
    this.keep([query, ...this.queries.filter((known) => known !== query)].slice(0, longest));
  }

  remove(query: string): void {
    this.keep(this.queries.filter((known) => known !== query));
  }

  clear(): void {
    this.keep([]);
  }

  private keep(queries: readonly string[]): void {
    this.queries = queries;
    this.storage.write(key, queries);
  }
}
