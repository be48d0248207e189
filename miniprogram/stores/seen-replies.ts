import type { Storage } from './storage';

type Entry<T> = { readonly value: T; readonly at: number };

/**
 * What the patron saw last, kept on the phone so that it stands there at once next time, also without a network.
 * The longest unseen goes first when there are more than `capacity`.
 */
export class SeenReplies {
  private readonly storage: Storage;
  private readonly now: () => number;
  private readonly capacity: number;
  private readonly shelf: string;

  /** `shelf` keeps what belongs to one card apart from what anybody may see. */
  constructor(storage: Storage, now: () => number, capacity = 60, shelf: 'seen' | 'mine' = 'seen') {
    this.storage = storage;
    this.now = now;
    this.capacity = capacity;
    this.shelf = shelf;
  }

  /** The value last remembered under `key` and the instant (ms) it was; null when there is none. */
  recall<T>(key: string): Entry<T> | null {
    return (this.storage.read(`${this.shelf}/${key}`) as Entry<T> | undefined) ?? null;
  }

  remember(key: string, value: unknown): void {
    const keys = [key, ...this.keys().filter((known) => known !== key)];
    for (const forgotten of keys.slice(this.capacity)) this.storage.remove(`${this.shelf}/${forgotten}`);
    this.storage.write(this.shelf, keys.slice(0, this.capacity));
    this.storage.write(`${this.shelf}/${key}`, { value, at: this.now() } satisfies Entry<unknown>);
  }

  forget(key: string): void {
    this.storage.write(
      this.shelf,
      this.keys().filter((known) => known !== key),
    );
    this.storage.remove(`${this.shelf}/${key}`);
  }

  /** Leaves nothing of this shelf on the phone. */
  clear(): void {
    for (const key of this.keys()) this.storage.remove(`${this.shelf}/${key}`);
    this.storage.remove(this.shelf);
  }

  private keys(): readonly string[] {
    return (this.storage.read(this.shelf) as readonly string[] | undefined) ?? [];
  }
}
