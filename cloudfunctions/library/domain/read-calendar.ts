import type { DocumentFault } from '../../kernel/document-fault';
import type { Day } from '../../kernel/library-day';
import type { Calendar, Range, Span, SpecialHours, WeeklyHours } from './calendar';
import { isAbsent, typedDay, typedTime, type Typed } from '../../kernel/typed-value';

/** A mistake in a document: where it stands, such as `closedRanges[2].to`, and what it is. */
export type CalendarFault = Omit<DocumentFault, '_id'>;

type Row = Readonly<Record<string, unknown>>;
/** Notes a mistake in the value being read, or in a field of it. */
type Report = (code: CalendarFault['code'], field?: string) => void;
type Read<T> = (value: unknown, report: Report) => T | undefined;

const inside =
  (report: Report, place: string): Report =>
  (code, field = '') =>
    report(code, `${place}${field}`);

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const understood = <T>(typed: Typed<T> | undefined, report: Report, otherwise: CalendarFault['code']) => {
  if (!typed) report(otherwise);
  else if (typed.isLoose) report('loosely-written');
  return typed?.value;
};

const readDay: Read<Day> = (value, report) => understood(typedDay(value), report, 'not-a-day');
const readTime: Read<number> = (value, report) => understood(typedTime(value), report, 'not-a-time');

const readWeekday: Read<number> = (value, report) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 6) return value;
  report('not-a-weekday');
  return undefined;
};

const readId: Read<string> = (value, report) => {
  if (typeof value === 'string' && value !== '') return value;
  report('not-an-id');
  return undefined;
};

/** The readable items of a list; a value that stands alone is a list of one. */
const readList = <T>(row: Row, field: string, read: Read<T>, report: Report): T[] => {
  const value = row[field];
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) report('not-a-list', field);
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item, at) => read(item, inside(report, `${field}[${at}]`)) ?? []);
};

const readOptionalList = <T>(row: Row, field: string, read: Read<T>, report: Report): T[] | null =>
  isAbsent(row[field]) ? null : readList(row, field, read, report);

const readRows =
  <T>(read: (row: Row, report: Report) => T | undefined): Read<T> =>
  (value, report) => {
    if (isRow(value)) return read(value, inside(report, '.'));
    report('not-a-row');
    return undefined;
  };

/** An end that can't be read or comes before the first day is taken as the first day. */
const readRange = (row: Row, report: Report): Range | undefined => {
  const from = readDay(row['from'], inside(report, 'from'));
  if (from === undefined) return undefined;
  if (isAbsent(row['to'])) return { from, to: from };
  const to = readDay(row['to'], inside(report, 'to')) ?? from;
  if (to >= from) return { from, to };
  report('ends-before-it-starts', 'to');
  return { from, to: from };
};

const readSpan = (row: Row, report: Report): Span | undefined => {
  const opens = readTime(row['opens'], inside(report, 'opens'));
  const closes = readTime(row['closes'], inside(report, 'closes'));
  if (opens === undefined || closes === undefined) return undefined;
  if (opens === 1440) report('not-a-time', 'opens');
  else if (opens === closes) report('opens-and-closes-at-once', 'closes');
  else return { opens, closes: closes > opens ? closes : closes + 1440 };
  return undefined;
};

const readWeekly = (row: Row, report: Report): WeeklyHours | undefined => {
  const span = readSpan(row, report);
  if (isAbsent(row['weekdays'])) report('not-a-list', 'weekdays');
  const weekdays = readList(row, 'weekdays', readWeekday, report);
  const branchIds = readOptionalList(row, 'branchIds', readId, report);
  return span && { branchIds, weekdays, span };
};

/** Times that can't be read mean not open: nobody walks to a shut door. */
const readSpecial = (row: Row, report: Report): SpecialHours | undefined => {
  const range = readRange(row, report);
  const isShut = isAbsent(row['opens']) && isAbsent(row['closes']);
  const span = isShut ? null : (readSpan(row, report) ?? null);
  const weekdays = readOptionalList(row, 'weekdays', readWeekday, report);
  const branchIds = readOptionalList(row, 'branchIds', readId, report);
  return range && { ...range, branchIds, weekdays, span };
};

/**
 * A calendar as librarians wrote it. What can't be read is reported and left out: hours that are not understood are
 * not promised, and one mistake spoils nothing else.
 */
export const readCalendar = (document: unknown): { calendar: Calendar; faults: readonly CalendarFault[] } => {
  const faults: CalendarFault[] = [];
  const report: Report = (code, field = '') => faults.push({ field, code });
  if (!isRow(document)) report('not-a-document');
  const row = isRow(document) ? document : {};
  if (isRow(document) && isAbsent(row['weeklyHours'])) report('not-a-list', 'weeklyHours');
  const calendar = {
    weeklyHours: readList(row, 'weeklyHours', readRows(readWeekly), report),
    specialHours: readList(row, 'specialHours', readRows(readSpecial), report),
    closedWeekdays: readList(row, 'closedWeekdays', readWeekday, report),
    closedDates: readList(row, 'closedDates', readDay, report),
    closedRanges: readList(row, 'closedRanges', readRows(readRange), report),
    openDates: readList(row, 'openDates', readDay, report),
  };
  return { calendar, faults };
};
