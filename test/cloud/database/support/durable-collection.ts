import { collectionOf } from './collection-of';

/** What the process that is killed writes to, and who looks after it. */
export const durable = collectionOf('c', [
  [
    ['terms', 1],
    ['n', 1],
  ],
  [['n', -1]],
]);
