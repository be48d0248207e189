import { resolve } from 'node:path';
import { wxDatabase } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import { cloudCardRecords } from '../../cloudfunctions/membership/adapters/cloud-card-records';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { setInitialPin } from '../../cloudfunctions/membership/use-cases/card/set-initial-pin';
import { openCloud } from '../../local/cloud/open-cloud';
import type { ImportArguments } from './arguments';
import { auditImport } from './audit-import';
import { categoryFinder } from './documents/patron';
import { takeTurn } from './import-turn';
import { patronTable } from './mapping/patron-columns';
import { PatronReader, type ReadPatron } from './read-patrons';
import { emptyReport, type Report } from './report';
import { runImport, type ImportParts } from './run-import';
import { connectDatabase } from './writing/cloud-database';
import { patronSink } from './writing/patron-sink';

export type PatronImport = {
  readonly given: ImportArguments;
  readonly parts: Omit<ImportParts<ReadPatron>, 'sink' | 'reader'>;
  /** Hears that another import is at work on the folder, and of the file that says so. */
  readonly onWaiting: (file: string) => void;
};

/** More categories than a library has. */
const mostCategories = 100;

const importInTurn = async ({ given, parts }: PatronImport): Promise<Report> => {
  const cloud = await openCloud({ dataFolder: resolve(given.dataFolder) });
  try {
    const database = connectDatabase(cloud.environment);
    const categories = await database.list('patron_categories', mostCategories);
    const functionDatabase = wxDatabase();
    const withRecords = cloudCardRecords(functionDatabase, () => new Date());
    const report = await runImport(given.files, {
      ...parts,
      readOptions: { ...parts.readOptions, table: patronTable },
      reader: new PatronReader(categoryFinder(categories)),
      sink: patronSink({
        database,
        kept: given.kept,
        setInitialPin: setInitialPin({ withRecords, pins: scryptPins() }),
      }),
    });
    await auditImport(functionDatabase, 'membership.importPatrons', report);
    return report;
  } finally {
    await cloud.close();
  }
};

/**
 * Imports patrons into the embedded cloud of the data folder (the running one, else one started for as long as it
 * takes). Imports into one folder go one after the other.
 */
export const importPatrons = async (options: PatronImport): Promise<Report> => {
  const turn = await takeTurn(resolve(options.given.dataFolder), options.onWaiting, options.parts.stop);
  if (turn !== null) return importInTurn(options).finally(() => turn.release());
  return { ...emptyReport(), interrupted: true };
};
