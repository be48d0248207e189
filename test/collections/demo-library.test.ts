import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyStatuses } from '../../cloudfunctions/catalog/domain/works/book-record';
import { openNow } from '../../cloudfunctions/library/domain/opening-hours';
import { readCalendar } from '../../cloudfunctions/library/domain/read-calendar';
import type { Field } from '../../database/collection';
import { schema } from '../../database/collections/schema';
import { nearToday } from '../../database/seed/near-today';

type Book = {
  readonly _id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly year?: number;
  readonly isbns: readonly string[];
  readonly language: string;
  readonly subjects: readonly string[];
  readonly clc: string;
  readonly callNumber: string;
  readonly summary: string;
  readonly addedOn: string;
};
type Copy = {
  readonly _id: string;
  readonly bookId: string;
  readonly branchId: string;
  readonly shelf: string;
  readonly callNumber: string;
  readonly status: string;
  readonly dueOn?: string;
  readonly loans?: number;
};

const today = '2026-11-21';
const seed = (name: string): readonly unknown[] =>
  readFileSync(join(__dirname, `../../database/seed/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => nearToday(JSON.parse(line), today));

const books = seed('books') as readonly Book[];
const copies = seed('copies') as readonly Copy[];
const branches = seed('branches') as readonly { _id: string; calendarId: string }[];
const calendars = seed('calendars') as readonly { _id: string }[];

const duplicates = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
const countBy = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

const hasType: Partial<Record<Field['type'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' && value !== '',
  integer: Number.isInteger,
  day: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  strings: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
  integers: (value) => Array.isArray(value) && value.every(Number.isInteger),
};

const shipped = new Set(
  ['books', 'branches', 'calendars', 'copies', 'settings'].concat([
    'patrons',
    'patron_categories',
    'policies',
    'staff',
  ]),
);

describe.each(schema.filter(({ name }) => shipped.has(name)))('$name', ({ name, fields }) => {
  const documents = seed(name) as readonly ({ readonly _id: string } & Record<string, unknown>)[];

  test('has documents, each with an id of its own', () => {
    expect(documents.length).toBeGreaterThan(0);
    expect(duplicates(documents.map(({ _id }) => _id))).toEqual([]);
  });

  test('has the fields of the schema, and no others', () => {
    const strange = documents.flatMap(({ _id, ...rest }) =>
      Object.keys(rest)
        .filter((field) => !Object.hasOwn(fields, field))
        .map((field) => `${_id}.${field}`),
    );
    const lacking = documents.flatMap((document) =>
      Object.entries(fields)
        .filter(([field, { required }]) => required && document[field] === undefined)
        .map(([field]) => `${document._id}.${field}`),
    );
    expect({ strange, lacking }).toEqual({ strange: [], lacking: [] });
  });

  test('has values of the types of the schema', () => {
    const wrong = documents.flatMap((document) =>
      Object.entries(fields)
        .filter(([field]) => document[field] !== undefined)
        .filter(([field, { type }]) => !(hasType[type] ?? (() => true))(document[field]))
        .map(([field]) => `${document._id}.${field}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** The check digit of an ISBN-13: weights 1 and 3 in turn, the sum a multiple of ten (ISO 2108). */
const isIsbn13 = (isbn: string): boolean =>
  /^97[89]\d{10}$/.test(isbn) &&
  Array.from(isbn).reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;

describe('books', () => {
  test('are at least 300, Chinese and foreign', () => {
    expect(books.length).toBeGreaterThanOrEqual(300);
    const languages = countBy(books, ({ language }) => language);
    expect([...languages.keys()].toSorted()).toEqual(['de', 'en', 'fr', 'ja', 'ru', 'zh']);
    expect(languages.get('en')).toBeGreaterThanOrEqual(40);
  });

  test('are of all 22 classes of the CLC, several of each', () => {
    const classes = countBy(books, ({ clc }) => clc.slice(0, 1));
    expect([...classes.keys()].toSorted().join('')).toBe('ABCDEFGHIJKNOPQRSTUVXZ');
    for (const count of classes.values()) expect(count).toBeGreaterThanOrEqual(5);
  });

  test('have class numbers of the CLC', () => {
    const odd = books.filter(({ clc }) => !/^(T[A-Z]|[A-Z])(\d{1,3}(\.\d{1,3})?)?(-\d{2,3})?$/.test(clc));
    expect(odd.map(({ clc }) => clc)).toEqual([]);
  });

  test('have call numbers of their class, each once, =2 for the second edition of a work', () => {
    const odd = books.filter(
      ({ clc, callNumber }) => !callNumber.startsWith(`${clc}/`) || !/\/\d{1,3}(=[2-9])?$/.test(callNumber),
    );
    expect(odd.map(({ callNumber }) => callNumber)).toEqual([]);
    expect(duplicates(books.map(({ callNumber }) => callNumber))).toEqual([]);
    const first = new Set(books.map(({ callNumber }) => callNumber));
    const orphans = books.filter(
      ({ callNumber }) => callNumber.includes('=') && !first.has(callNumber.replace(/=\d$/, '')),
    );
    expect(orphans.map(({ callNumber }) => callNumber)).toEqual([]);
  });

  test('have ISBNs with right check digits, each once, as their ids', () => {
    const isbns = books.flatMap((book) => book.isbns);
    expect(isbns.filter((isbn) => !isIsbn13(isbn))).toEqual([]);
    expect(duplicates(isbns)).toEqual([]);
    expect(isbns.length).toBeGreaterThan(300);
    expect(books.filter(({ _id, isbns: [isbn] }) => isbn !== undefined && isbn !== _id)).toEqual([]);
  });

  test('have years that can be, and none before ISBNs came to China for a Chinese ISBN', () => {
    const odd = books.filter(({ year }) => year !== undefined && (year < 1949 || year > 2026));
    const early = books.filter(
      ({ year = 2000, isbns }) => isbns.some((isbn) => isbn.startsWith('9787')) && year < 1987,
    );
    expect([...odd, ...early].map(({ title }) => title)).toEqual([]);
  });

  test('leave out what could not be confirmed', () => {
    expect(books.some(({ isbns }) => isbns.length === 0)).toBe(true);
    expect(books.some(({ year }) => year === undefined)).toBe(true);
    expect(books.some(({ publisher }) => publisher === undefined)).toBe(true);
  });

  test('have summaries in Chinese, neither empty nor long', () => {
    const odd = books.filter(
      ({ summary }) => !/^[\p{Script=Han}《0-9“].*。$/u.test(summary) || summary.length > 120,
    );
    expect(odd.map(({ summary }) => summary)).toEqual([]);
  });

  test('have subjects, none twice', () => {
    const odd = books.filter(({ subjects }) => subjects.length === 0 || duplicates(subjects).length > 0);
    expect(odd.map(({ title }) => title)).toEqual([]);
  });

  test('are there in several editions of one work', () => {
    const works = countBy(books, ({ title, authors }) => `${title}|${authors[0]}`);
    expect([...works.values()].filter((editions) => editions >= 2).length).toBeGreaterThanOrEqual(40);
    expect(Math.max(...works.values())).toBe(3);
  });

  test('try what search must bear: traditional characters, long titles', () => {
    expect(books.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['紅樓夢魘', '羅馬帝國衰亡史', '重温微积分', '白夜行', '基本乐理']),
    );
    expect(books.some(({ title }) => title.length > 60)).toBe(true);
  });

  test('came in lately, about 25 of them', () => {
    const lately = books.filter(({ addedOn }) => addedOn >= '2026-11-07');
    expect(lately.length).toBeGreaterThanOrEqual(20);
    expect(lately.length).toBeLessThanOrEqual(30);
    expect(books.filter(({ addedOn }) => addedOn > today)).toEqual([]);
    expect(books.filter(({ addedOn, year = 0 }) => Number(addedOn.slice(0, 4)) < year)).toEqual([]);
  });
});

describe('copies', () => {
  const ofBook = countBy(copies, ({ bookId }) => bookId);
  const byId = new Map(books.map((book) => [book._id, book]));

  test('are one to six of each book', () => {
    const odd = books.filter(({ _id }) => !((ofBook.get(_id) ?? 0) >= 1 && (ofBook.get(_id) ?? 0) <= 6));
    expect(odd.map(({ title }) => title)).toEqual([]);
    expect(new Set(ofBook.values())).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  test('belong to a book and one of three branches', () => {
    const ids = new Set(branches.map(({ _id }) => _id));
    expect(copies.filter(({ bookId, branchId }) => !byId.has(bookId) || !ids.has(branchId))).toEqual([]);
    expect(new Set(copies.map(({ branchId }) => branchId))).toEqual(ids);
    expect(ids.size).toBe(3);
  });

  test('have barcodes as ids, and the call number of their book', () => {
    expect(copies.filter(({ _id }) => !/^YX\d{7}$/.test(_id))).toEqual([]);
    expect(copies.filter(({ bookId, callNumber }) => byId.get(bookId)?.callNumber !== callNumber)).toEqual(
      [],
    );
  });

  test('have every status that the phone knows, most of them on their shelf or out', () => {
    const statuses = countBy(copies, ({ status }) => status);
    expect(new Set(statuses.keys())).toEqual(new Set(copyStatuses));
    expect(statuses.get('available')).toBeGreaterThan(copies.length / 2);
    expect(statuses.get('on-loan')).toBeGreaterThan(copies.length / 5);
  });

  test('are due on a day near today exactly when on loan, a few of them overdue', () => {
    expect(copies.filter(({ status, dueOn }) => (status === 'on-loan') !== (dueOn !== undefined))).toEqual(
      [],
    );
    const due = copies.flatMap(({ dueOn }) => dueOn ?? []);
    expect(due.filter((day) => day < '2026-11-01' || day > '2027-01-10')).toEqual([]);
    const overdue = due.filter((day) => day < today).length;
    expect(overdue).toBeGreaterThan(5);
    expect(overdue).toBeLessThan(due.length / 5);
  });

  test('that are on loan were borrowed at least once', () => {
    expect(copies.filter(({ status, loans = 0 }) => status === 'on-loan' && loans < 1)).toEqual([]);
  });
});

describe('the library', () => {
  test('has a readable calendar for every branch, and hours for each', () => {
    for (const { _id, calendarId } of branches) {
      const { calendar, faults } = readCalendar(calendars.find((document) => document._id === calendarId));
      expect(faults).toEqual([]);
      const monday = openNow(calendar, _id, new Date('2026-11-23T04:00:00Z'));
      expect(monday).toMatchObject({ isOpen: true, nextChange: { day: '2026-11-23' } });
    }
  });
});
