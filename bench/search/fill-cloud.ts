import { setImmediate as nextTurn } from 'node:timers/promises';
import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { cloudCatalogue } from '../../cloudfunctions/catalog/adapters/cloud-catalogue';
import { cloudIndexedWorks } from '../../cloudfunctions/catalog/adapters/cloud-indexed-works';
import { cloudStatistics } from '../../cloudfunctions/catalog/adapters/cloud-sweep-state';
import type { BookRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import { buildWholeIndex } from '../../cloudfunctions/catalog/use-cases/build-whole-index';
import { cloudCopiesTold } from '../../cloudfunctions/circulation/adapters/cloud-copy-standings';
import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { wxDatabase } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import type { CloudProcess } from '../../local/cloud/start-cloud-process';
import { workbenchAt } from '../../local/cloud/workbench/workbench-client';

const perRequest = 2000;
const now = () => new Date();

const importBooks = async (url: string, books: readonly BookRecord[]): Promise<void> => {
  for (let start = 0; start < books.length; start += perRequest) {
    const some = books.slice(start, start + perRequest);
    const lines = some.map(({ bookId, ...book }) => JSON.stringify({ _id: bookId, ...book })).join('\n');
    const [fault] = (await workbenchAt(url).importLines('books', 'insert', lines)).errors;
    if (fault !== undefined) throw new Error(`books, line ${fault.line}: ${fault.message}`);
  }
};

/**
 * Fills a fresh cloud with records and their index, as a first import does: the whole index is built at once, which
 * spares the sweep the merging of works. Answers the number of works.
 */
export const fillCloud = async (
  { url, environment }: Pick<CloudProcess, 'url' | 'environment'>,
  books: readonly BookRecord[],
  progress: (words: string) => void,
): Promise<number> => {
  await importBooks(url, books);
  progress(`${books.length} records imported`);
  Object.assign(process.env, environment);
  const database = wxDatabase();
  await buildWholeIndex(
    {
      catalogue: cloudCatalogue(database, cloudCopiesTold(database, now)),
      indexedWorks: cloudIndexedWorks(database),
      statistics: cloudStatistics(database),
      faults: cloudFaults(database, now),
      script: chineseScript,
      nextTurn,
    },
    () => undefined,
    new AbortController().signal,
  );
  const workbench = workbenchAt(url);
  await workbench.tidied();
  const works = await workbench.count('catalog_index');
  progress(`${works} works indexed`);
  return works;
};
