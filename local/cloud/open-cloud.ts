import type { CloudOptions } from './cloud-parts';
import { type FoundCloud, findCloud } from './lock-file';
import { startCloudProcess } from './start-cloud-process';

/** A cloud to talk to; `close` ends it only if it was started for this. */
export type OpenedCloud = FoundCloud & { close(): Promise<void> };

/** The cloud that runs on the data folder, else one in a process of its own for as long as it is needed. */
export const openCloud = async (options: CloudOptions): Promise<OpenedCloud> => {
  const running = await findCloud(options.dataFolder);
  return running
    ? { ...running, close: () => Promise.resolve() }
    : startCloudProcess({ ...options, firesTimers: false });
};
