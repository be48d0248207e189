import { createInterface } from 'node:readline';
import { workbenchAt, type Workbench } from '../../local/cloud/workbench/workbench-client';
import { checkedCollections, type LibraryDocuments } from './library-documents';

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
