import type { Storage } from './storage';

/** Keeps nothing: for what staff see of other people, which must not stay on their phones. */
export const noStorage: Storage = { read: () => undefined, write: () => {}, remove: () => {} };
