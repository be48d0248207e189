import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { circulationSurroundings } from '../../cloudfunctions/circulation/function/surroundings';
import { takeOverLoan } from '../../cloudfunctions/circulation/use-cases/loans/take-over-loan';
import { wxDatabase } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import { openCloud } from '../../local/cloud/open-cloud';
import type { ImportArguments } from './arguments';
import { auditImport } from './audit-import';
import { takeTurn } from './import-turn';
import { loanTable } from './mapping/loan-columns';
import { LoanReader, type ReadLoan } from './read-loans';
import { emptyReport, type Report } from './report';
import { runImport, type ImportParts } from './run-import';
import { connectDatabase } from './writing/cloud-database';

export type LoanImport = {
  readonly given: ImportArguments;
  readonly parts: Omit<ImportParts<ReadLoan>, 'sink' | 'reader'>;
  readonly onWaiting: (file: string) => void;
};

const importInTurn = async ({ given, parts }: LoanImport): Promise<Report> => {
  const cloud = await openCloud({ dataFolder: resolve(given.dataFolder) });
  try {
    connectDatabase(cloud.environment);
    const database = wxDatabase();
    const surroundings = circulationSurroundings(database, () => new Date());
    const report = await runImport(given.files, {
      ...parts,
      readOptions: { ...parts.readOptions, table: loanTable },
      reader: new LoanReader(takeOverLoan({ ...surroundings, newId: () => randomUUID() })),
      sink: {
        batchSize: 50,
        write: (loans) => Promise.resolve({ records: loans.map(({ outcome }) => outcome) }),
        finish: () => Promise.resolve(),
      },
    });
    await auditImport(database, 'circulation.importLoans', report);
    return report;
  } finally {
    await cloud.close();
  }
};

/** Takes loans of another system over into the embedded cloud of the data folder, each in a transaction of its own. */
export const importLoans = async (options: LoanImport): Promise<Report> => {
  const turn = await takeTurn(resolve(options.given.dataFolder), options.onWaiting, options.parts.stop);
  if (turn !== null) return importInTurn(options).finally(() => turn.release());
  return { ...emptyReport(), interrupted: true };
};
