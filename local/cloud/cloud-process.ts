import { once } from 'node:events';
import type { CloudOptions } from './cloud-parts';
import type { ProcessAnswer } from './start-cloud-process';
import { startCloud } from './start-cloud';

const answer = (line: ProcessAnswer) => process.stdout.write(`${JSON.stringify(line)}\n`);

/**
 * A cloud in a process of its own, as `startCloudProcess` starts it: tells where it is, and lives until its input
 * ends, which it also does when whoever started it is killed. Ctrl-C reaches every process of a terminal; the one that
 * uses the cloud decides what to do with it.
 */
const main = async (options: CloudOptions): Promise<void> => {
  process.on('SIGINT', () => undefined);
  try {
    const cloud = await startCloud(options);
    answer({ url: cloud.url, environment: cloud.environment });
    await once(process.stdin.resume(), 'end');
    await cloud.close();
  } catch (error) {
    answer({ refusal: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  }
};

void main(JSON.parse(process.argv[2] ?? '{}') as CloudOptions);
