import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../shared/data');

/** A file of the shared real data, which a fresh clone may lack. */
export const sharedFile = (name: string): string => join(folder, name);

/** A block that is skipped, and says so, where ../shared is missing. */
export const describeShared = (name: string, body: () => void): void =>
  existsSync(folder) ? describe(name, body) : describe.skip(`${name} (skipped: no ../shared/data)`, body);
