import { SingleBar } from 'cli-progress';
import type { Progress } from './run-import';
import { progressWords } from './wording';

/** A line this often where there is no terminal to draw a bar on. */
const lineEveryMs = 10_000;

const barFormat = `${progressWords.reading} {file} |{bar}| {percentage}%  {records} ${progressWords.records}  {eta_formatted}`;

const drawnProgress = (stream: NodeJS.WriteStream): Progress => {
  const bar = new SingleBar({ format: barFormat, stream, clearOnComplete: false, hideCursor: true });
  let total = 0;
  let records = 0;
  return {
    startFile: (file, size) => {
      total = size;
      bar.start(size, 0, { file, records });
    },
    advance: (packedBytes, read) => {
      records = read;
      bar.update(Math.min(packedBytes, total), { records });
    },
    endFile: () => {
      bar.update(total, { records });
      bar.stop();
    },
  };
};

const plainProgress = (stream: NodeJS.WriteStream): Progress => {
  let file = '';
  let total = 0;
  let told = Date.now();
  return {
    startFile: (name, size) => {
      file = name;
      total = size;
      stream.write(`${progressWords.reading} ${file}\n`);
    },
    advance: (packedBytes, records) => {
      if (Date.now() - told < lineEveryMs) return;
      told = Date.now();
      const percentage = total === 0 ? 100 : Math.min(100, Math.floor((100 * packedBytes) / total));
      stream.write(`${progressWords.reading} ${file} ${percentage}% ${records} ${progressWords.records}\n`);
    },
    endFile: () => undefined,
  };
};

/** Shows how far an import is: a bar on a terminal, otherwise a line now and then. */
export const terminalProgress = (stream: NodeJS.WriteStream): Progress =>
  stream.isTTY ? drawnProgress(stream) : plainProgress(stream);
