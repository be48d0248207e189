import { parseArgs } from 'node:util';
import { createInterface } from 'node:readline';
import { openCloud } from '../../local/cloud/open-cloud';
import { workbenchAt, type Workbench } from '../../local/cloud/workbench/workbench-client';
import { runCommand } from '../../local/command-line';
import { DEFAULT_DATA_FOLDER } from '../../local/running-cloud';
import { contradictions } from './contradictions';
import { checkedCollections, type LibraryDocuments } from './library-documents';

const usage = `usage: npm run check:library -- [--data DIR]
  finds where loans, holds, fines, copies and bindings contradict each other; prints a line for each and,
  last, how many; exit code 1 if there are any`;

/** Dates come as \`{ "$date": ISO }\`. */
const dated = (_key: string, value: unknown): unknown => {
  const date = typeof value === 'object' && value !== null ? (value as { $date?: unknown }).$date : undefined;
  return typeof date === 'string' ? new Date(date) : value;
};

const readCollection = async (workbench: Workbench, name: string): Promise<readonly unknown[]> => {
  const documents: unknown[] = [];
  for await (const line of createInterface({ input: await workbench.exportLines(name) }))
    documents.push(JSON.parse(line, dated));
  return documents;
};

/** What the check looks at, as it stands in a cloud at an address. */
export const readLibrary = async (url: string): Promise<LibraryDocuments> => {
  const workbench = workbenchAt(url);
  const read = checkedCollections.map(async (name) => [name, await readCollection(workbench, name)] as const);
  return Object.fromEntries(await Promise.all(read)) as unknown as LibraryDocuments;
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { data: { type: 'string', default: DEFAULT_DATA_FOLDER } } });
  const cloud = await openCloud({ dataFolder: values.data });
  try {
    const found = contradictions(await readLibrary(cloud.url));
    for (const { rule, at, what } of found) process.stdout.write(`${rule}  ${at}  ${what}\n`);
    process.stdout.write(`${found.length} contradictions\n`);
    return found.length > 0 ? 1 : 0;
  } finally {
    await cloud.close();
  }
};

if (require.main === module) runCommand(usage, main);
