import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startCloudProcess } from '../local/cloud/start-cloud-process';
import { runCommand, UsageError } from '../local/command-line';
import { readCatalogue } from './search/catalogue-file';
import { fillCloud } from './search/fill-cloud';
import { searchCloud } from './search/search-client';

const usage = `usage: npm run --silent search:lines -- CATALOGUE.jsonl[.gz]
  then one query a line on standard input; for each a line on standard output:
  {"ids":[first 10],"editions":[[…]],"ms":…,"read":…,"calls":…}`;

const say = (words: string) => process.stderr.write(`${words}\n`);

const writeLine = (line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });

const answerLines = async (url: string): Promise<void> => {
  for await (const query of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { ids, editions, ms, read, calls, refusal } = await searchCloud(url, { query, pageSize: 10 });
    if (refusal !== undefined) say(`${refusal}: ${query.slice(0, 80)}`);
    await writeLine(JSON.stringify({ ids, editions, ms, read, calls }));
  }
};

runCommand(usage, async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new UsageError('which catalogue?');
  const dataFolder = await mkdtemp(join(tmpdir(), 'search-lines-'));
  const cloud = await startCloudProcess({ dataFolder, firesTimers: false });
  try {
    await fillCloud(cloud, await readCatalogue(file), say);
    await answerLines(cloud.url);
    return 0;
  } finally {
    await cloud.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
});
