import { type FoundCloud, findCloud } from './lock-file';
import type { CloudOptions } from './cloud-parts';
import { startCloud } from './start-cloud';

/** A cloud to talk to; `close` ends it only if it was started for this. */
export type OpenedCloud = FoundCloud & { close(): Promise<void> };

/** The cloud that runs on the data folder, else one in this process for as long as it is needed. */
export const openCloud = async (options: CloudOptions): Promise<OpenedCloud> => {
  const running = await findCloud(options.dataFolder);
  return running
    ? { ...running, close: () => Promise.resolve() }
    : startCloud({ ...options, firesTimers: false });
};
