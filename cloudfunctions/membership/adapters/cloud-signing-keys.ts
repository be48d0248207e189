import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock';
import { addIfNew } from '../../kernel/wechat/cloud-additions';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';

type Key = { readonly key: string; readonly madeAt: Date };
type KeysDocument = { readonly keys: readonly Key[] };

/** Keys to sign with, the newest first: what an earlier one signed still counts for a while. */
export type SigningKeys = {
  /** All that count; makes the first where there is none. */
  known(): Promise<readonly string[]>;
  /** Puts a new key in front once the newest is old enough; of the older ones one stays. */
  rotate(): Promise<void>;
};

const id = 'signing';
const keyBytes = 32;
const rotatedAfterMs = 90 * 86_400_000;

const newKey = (madeAt: Date): Key => ({ key: randomBytes(keyBytes).toString('hex'), madeAt });

/** What somebody typed by hand into the document is no key: a short one would be guessed. */
const isKey = (value: unknown): value is Key =>
  typeof value === 'object' &&
  value !== null &&
  /^[0-9a-f]{64}$/.test(String((value as Partial<Key>).key)) &&
  (value as Partial<Key>).madeAt instanceof Date;

/** The library's signing keys in `secrets`; one document, made by the first run that needs it. */
export const cloudSigningKeys = (database: Database, now: Clock): SigningKeys => {
  const read = async (): Promise<readonly Key[] | null> => {
    const document = await documentById<KeysDocument>(database, 'secrets', id);
    return document && [document.keys].flat().filter(isKey);
  };
  return {
    known: async () => {
      const kept = await read();
      if (kept !== null) return kept.map(({ key }) => key);
      // Another run may make one at the same moment: what stands there counts.
      await addIfNew(database, 'secrets', { _id: id, keys: [newKey(now())] });
      return ((await read()) ?? []).map(({ key }) => key);
    },
    rotate: async () => {
      const kept = await read();
      if (kept === null) return;
      const [newest] = kept;
      if (newest !== undefined && now().getTime() - newest.madeAt.getTime() < rotatedAfterMs) return;
      const keys = [newKey(now()), ...(newest === undefined ? [] : [newest])];
      await database.collection('secrets').doc(id).update({ data: { keys } });
    },
  };
};
