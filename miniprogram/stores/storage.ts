/** A place on the phone that outlives the app. Values are plain JSON; what was never written is `undefined`. */
export type Storage = {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
};
