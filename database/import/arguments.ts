import { parseArgs } from 'node:util';
import { UsageError } from '../../local/command-line';
import { DEFAULT_DATA_FOLDER } from '../../local/running-cloud';
import type { ReadOptions } from './formats/read-file';
import type { TextEncoding } from './formats/text-encoding';
import { argumentWords } from './wording';

export const formats = ['marc21', 'cnmarc', 'csv', 'xlsx', 'jsonl'] as const;
export type Format = (typeof formats)[number];

/** What can be imported. */
export const targets = ['books', 'patrons', 'loans'] as const;
export type Target = (typeof targets)[number];

export type ImportArguments = {
  readonly to: Target;
  readonly files: readonly string[];
  readonly format?: Format | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly dataFolder: string;
  readonly reportFile?: string | undefined;
  readonly jsonLinesFile?: string | undefined;
  readonly agency?: string | undefined;
  readonly branches: readonly string[];
  readonly kept: readonly string[];
  readonly updateStatus: boolean;
};

const encodings: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  'marc-8': 'marc-8',
  marc8: 'marc-8',
};

const oneOf = <T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined => {
  const found = allowed.find((one) => one === value);
  if (value !== undefined && found === undefined)
    throw new UsageError(argumentWords.notOneOf(option, value, allowed));
  return found;
};

const readEncoding = (value: string | undefined): TextEncoding | undefined => {
  const encoding = encodings[value?.toLowerCase() ?? ''];
  if (value !== undefined && encoding === undefined)
    throw new UsageError(argumentWords.notOneOf('encoding', value, Object.keys(encodings)));
  return encoding;
};

const options = {
  to: { type: 'string' },
  format: { type: 'string' },
  encoding: { type: 'string' },
  data: { type: 'string', default: DEFAULT_DATA_FOLDER },
  report: { type: 'string' },
  'write-jsonl': { type: 'string' },
  agency: { type: 'string' },
  branch: { type: 'string', multiple: true },
  keep: { type: 'string', multiple: true },
  'update-status': { type: 'boolean', default: false },
} as const;

/** Options that only books have; and PINs are hashed on their way in, never written into a file. */
const booksOnly = ['agency', 'branch', 'update-status', 'write-jsonl'] as const;

const checkTableOptions = (to: Target, values: Readonly<Partial<Record<string, unknown>>>): void => {
  for (const option of booksOnly)
    if (values[option] !== undefined && values[option] !== false)
      throw new UsageError(argumentWords.notFor(option, to));
  if (values['format'] === 'marc21' || values['format'] === 'cnmarc')
    throw new UsageError(argumentWords.tablesOnly(to));
};

/** A branch, or how a source writes one and the branch; neither side is empty. */
const readBranches = (given: readonly string[]): readonly string[] => {
  for (const text of given)
    if (text.split('=').some((side) => side.trim() === ''))
      throw new UsageError(argumentWords.emptyBranch(text));
  return given;
};

/** The options as they stand there; what Node says of a wrong one is said in the librarian's words. */
const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    const option = /--?[\w-]+/.exec(message)?.[0] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(argumentWords.unknownOption(option));
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UsageError(argumentWords.wrongValue(option));
    throw error;
  }
};

/** What the command line asks for. Throws when it is written wrongly, as `runCommand` understands it. */
export const readArguments = (args: readonly string[]): ImportArguments => {
  const { values, positionals } = parsed(args);
  const to = oneOf('to', values.to, targets) ?? 'books';
  if (to !== 'books') checkTableOptions(to, values);
  if (positionals.length === 0) throw new UsageError(argumentWords.noFile);
  return {
    to,
    files: positionals,
    format: oneOf('format', values.format, formats),
    encoding: readEncoding(values.encoding),
    dataFolder: values.data,
    reportFile: values.report,
    jsonLinesFile: values['write-jsonl'],
    agency: values.agency,
    branches: readBranches(values.branch ?? []),
    kept: values.keep ?? [],
    updateStatus: values['update-status'],
  };
};

/** `marc21` and `cnmarc` say which fields, not whether the file is ISO 2709 or XML: that shows. */
export const layoutOf = (format: Format | undefined): ReadOptions['layout'] =>
  format === 'marc21' || format === 'cnmarc' ? 'marc' : format;
