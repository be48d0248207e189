import { createInterface } from 'node:readline';
import { startCloud } from '../../local/cloud/start-cloud';

const answer = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** A cloud in a process of its own, so that its memory can be told apart from that of the measurement. */
const main = async (dataFolder: string) => {
  const started = performance.now();
  const cloud = await startCloud({ dataFolder, firesTimers: false });
  answer({ url: cloud.url, environment: cloud.environment, readyMs: performance.now() - started });
  for await (const request of createInterface({ input: process.stdin }))
    if (request === 'memory') answer({ residentBytes: process.memoryUsage().rss });
  await cloud.close();
};

void main(process.argv[2] ?? '');
