import { findCloud } from './cloud/lock-file';
import { UsageError } from './command-line';

/** Where `npm start` keeps its data unless told otherwise. */
export const DEFAULT_DATA_FOLDER = '.data';

/** The address a command talks to: the one given, else that of the cloud running on the data folder. */
export const runningUrl = async (given: string | undefined, dataFolder: string): Promise<string> => {
  if (given !== undefined) {
    if (!URL.canParse(given)) throw new UsageError(`--url is not an address: ${given}`);
    return given.replace(/\/$/, '');
  }
  const found = await findCloud(dataFolder);
  if (!found) throw new Error(`no cloud runs on ${dataFolder}: start one with npm start, or give --url`);
  return found.url;
};
