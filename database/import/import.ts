import { writeFile } from 'node:fs/promises';
import { libraryDay } from '../../cloudfunctions/kernel/library-day';
import { printJson, runCommand } from '../../local/command-line';
import { layoutOf, readArguments, type ImportArguments } from './arguments';
import { branchFinder } from './documents/branches';
import { importLoans } from './import-loans';
import { importPatrons } from './import-patrons';
import { importToCloud } from './import-to-cloud';
import { BookReader, type ReadBook } from './read-books';
import { isUnreadable, type Report } from './report';
import { runImport, type ImportParts } from './run-import';
import { nowAndThen, terminalProgress } from './terminal-progress';
import { usage } from './usage';
import { progressWords, summaryLines } from './wording';
import { bookSink } from './writing/book-sink';
import { copiesFile, jsonLinesSink } from './writing/json-lines-sink';

const flavourOf = ({ format }: ImportArguments): 'marc21' | 'cnmarc' | undefined =>
  format === 'marc21' || format === 'cnmarc' ? format : undefined;

/** Exit codes as a shell gives them to what a signal ended. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof exitCodes;

/** Told to stop once it ends in order, with its report; told twice it ends at once. */
const stopping = new AbortController();
for (const signal of Object.keys(exitCodes) as Signal[]) process.once(signal, () => stopping.abort(signal));

const commonParts = (given: ImportArguments): Omit<ImportParts<ReadBook>, 'sink' | 'reader'> => ({
  readOptions: { layout: layoutOf(given.format), encoding: given.encoding },
  progress: terminalProgress(process.stderr),
  stop: stopping.signal,
});

const bookParts = (given: ImportArguments): Omit<ImportParts<ReadBook>, 'sink'> => ({
  ...commonParts(given),
  reader: new BookReader({ flavour: flavourOf(given), agency: given.agency }),
});

const tell = async (report: Report, reportFile: string | undefined): Promise<void> => {
  if (reportFile !== undefined) await writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`);
  process.stderr.write(`${summaryLines(report).join('\n')}\n`);
  printJson(report);
};

/** The last line, unless it was told to stop: whoever waits sees that nothing more comes. */
const tellEnd = (line: string): void => {
  if (!stopping.signal.aborted) process.stderr.write(`${line}\n`);
};

const intoFile = async (given: ImportArguments, path: string): Promise<Report> => {
  const report = await runImport(given.files, {
    ...bookParts(given),
    sink: bookSink(jsonLinesSink(path, libraryDay(new Date())), branchFinder(given.branches, [])),
  });
  await tell(report, given.reportFile);
  tellEnd(`${progressWords.written} ${path}、${copiesFile(path)}`);
  return report;
};

const tellNowAndThen = nowAndThen(process.stderr);

const tellWaiting = (file: string): void => void process.stderr.write(`${progressWords.waiting} ${file}\n`);

const patronsIntoCloud = async (given: ImportArguments): Promise<Report> => {
  const report = await importPatrons({ given, parts: commonParts(given), onWaiting: tellWaiting });
  await tell(report, given.reportFile);
  tellEnd(progressWords.patronsWritten);
  return report;
};

const loansIntoCloud = async (given: ImportArguments): Promise<Report> => {
  const report = await importLoans({ given, parts: commonParts(given), onWaiting: tellWaiting });
  await tell(report, given.reportFile);
  tellEnd(progressWords.loansWritten);
  return report;
};

const intoCloud = async (given: ImportArguments): Promise<Report> => {
  const report = await importToCloud({
    given,
    parts: bookParts(given),
    onWritten: (written) => tell(written, given.reportFile),
    onWaiting: tellWaiting,
    onIndexing: (waiting) => tellNowAndThen(`${progressWords.indexing}，${progressWords.toIndex} ${waiting}`),
    onIndexed: (done, all) => tellNowAndThen(`${progressWords.indexing} ${done} / ${all}`),
  });
  tellEnd(progressWords.indexed);
  return report;
};

const importAs = (given: ImportArguments): Promise<Report> => {
  const { to, jsonLinesFile } = given;
  if (to === 'patrons') return patronsIntoCloud(given);
  if (to === 'loans') return loansIntoCloud(given);
  return jsonLinesFile === undefined ? intoCloud(given) : intoFile(given, jsonLinesFile);
};

/**
 * 0 when done, 2 when it was called wrongly or a file or all its records could not be read, 1 when it could not write or index; 130 and
 * 143 when it was told to stop.
 */
runCommand(usage, async () => {
  const given = readArguments(process.argv.slice(2));
  const report = await importAs(given);
  if (stopping.signal.aborted) return exitCodes[stopping.signal.reason as Signal];
  return isUnreadable(report) ? 2 : 0;
});
