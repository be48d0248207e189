import { startCloud } from '../../local/cloud/start-cloud';

/** A cloud in a process of its own, so that its memory can be told apart from that of the measurement. */
const main = async (dataFolder: string) => {
  const started = performance.now();
  const cloud = await startCloud({ dataFolder });
  process.on('message', (message) => {
    if (message === 'memory') process.send?.({ residentBytes: process.memoryUsage().rss });
    else void cloud.close().then(() => process.exit(0));
  });
  process.send?.({ url: cloud.url, environment: cloud.environment, readyMs: performance.now() - started });
};

void main(process.argv[2] ?? '');
