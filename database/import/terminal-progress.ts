import { SingleBar } from 'cli-progress';
import type { Progress } from './run-import';
import { progressWords } from './wording';

/** A line this often where there is no terminal to draw a bar on. */
const lineEveryMs = 10_000;

/** Writes a line at first, and then at most every ten seconds. */
export const nowAndThen = (stream: NodeJS.WriteStream): ((line: string) => void) => {
  let told = Number.NEGATIVE_INFINITY;
  return (line) => {
    if (Date.now() - told < lineEveryMs) return;
    told = Date.now();
    stream.write(`${line}\n`);
  };
};

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
  const tell = nowAndThen(stream);
  return {
    startFile: (name, size) => {
      file = name;
      total = size;
      tell(`${progressWords.reading} ${file}`);
    },
    advance: (packedBytes, records) => {
      const percentage = total === 0 ? 100 : Math.min(100, Math.floor((100 * packedBytes) / total));
      tell(`${progressWords.reading} ${file} ${percentage}% ${records} ${progressWords.records}`);
    },
    endFile: () => undefined,
  };
};

/** Shows how far an import is: a bar on a terminal, otherwise a line now and then. */
export const terminalProgress = (stream: NodeJS.WriteStream): Progress =>
  stream.isTTY ? drawnProgress(stream) : plainProgress(stream);
