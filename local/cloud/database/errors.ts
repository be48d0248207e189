import { CloudError } from '../cloud-error';

const contact = 'Please check your request, but if the problem cannot be solved, contact us.';
const persists = 'Please check your request, but if the problem persists, contact us.';

/** Seen by wx-server-sdk as -502005. */
export const collectionMissing = (name: string): CloudError =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}. ${contact}`);

/** A collection of that name is there already. */
export const collectionExists = (name: string): CloudError =>
  new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceExist.TableExist] Table exist: ${name}. ${contact}`,
  );

/** What MongoDB itself refuses; seen by wx-server-sdk as -502001. */
export const requestFailed = (message: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', message);

/** A unique index already holds the key; seen as -502001 with MongoDB's E11000 text. */
export const duplicateKey = (collection: string, index: string, key: string): CloudError =>
  requestFailed(
    'multiple write errors: [{write errors: [{E11000 duplicate key error collection: ' +
      `${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  );

/** An index holds keys of up to 64 KB here; MongoDB refused over 1 KB up to 4.0, and nothing since. */
export const keyTooLarge = (index: string): CloudError =>
  requestFailed(`key too large to index, failing ${index}: more than 65535 bytes in the embedded cloud`);

/** What this engine does not do: it says so instead of doing something else. Seen as -501007. */
export const unsupported = (what: string): CloudError =>
  new CloudError('INVALID_PARAM', `the embedded cloud does not support ${what}`);

/** A parameter that is not as it has to be; seen as -501007. */
export const invalidParameter = (message: string): CloudError => new CloudError('INVALID_PARAM', message);

/** Another transaction or a plain write was first; seen as -501001, without `.code` where `update()` raises it. */
export const transactionConflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${persists}`,
  );

/** A plain write waited for a transaction's lock longer than a transaction may live. */
export const transactionBusy = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy, please retry later. ${persists}`,
  );

/** The transaction has ended, or lasted longer than 30 seconds. */
export const transactionMissing = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${persists}`,
  );
