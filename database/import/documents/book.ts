import { classNumberPattern } from '../../../cloudfunctions/catalog/domain/codes';
import type { Day } from '../../../cloudfunctions/kernel/library-day';
import type { Warning } from '../formats/raw-record';
import type { BookDraft } from '../mapping/draft';
import type { RejectionCode } from '../report';
import { readDay, readYear } from './day';
import { findIsbns } from './isbn';
import { languageCode } from './language';
import { recordId } from './record-id';

/** A document of `books` as an import knows it. A field that the source does not state is absent. */
export type Book = {
  readonly _id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly year?: number;
  readonly isbns: readonly string[];
  readonly language?: string;
  readonly subjects: readonly string[];
  readonly clc?: string;
  readonly callNumber?: string;
  readonly summary?: string;
  readonly addedOn?: Day;
};

export type CheckedBook =
  | { readonly ok: true; readonly book: Book; readonly idFrom: 'source' | 'isbn' | 'content' }
  | { readonly ok: false; readonly code: RejectionCode; readonly reason: string };

/** Longer values come from broken records; search and screens have no use for them. */
const longest = { title: 1000, name: 200, names: 100, text: 300, summary: 10_000 };

type Note = (code: Warning['code'], reason: string, value: unknown) => void;

const cut = (text: string, length: number, field: string, note: Note): string => {
  if (text.length <= length) return text;
  note('shortened', `${field} has ${text.length} characters, ${length} were kept`, text);
  return text.slice(0, length).replace(/[\ud800-\udbff]$/u, '');
};

const cutAll = (texts: readonly string[], field: string, note: Note): string[] => {
  const all = [...new Set(texts.filter((text) => text !== ''))];
  if (all.length > longest.names)
    note('shortened', `${field} has ${all.length} entries, ${longest.names} were kept`, all[0]);
  return all.slice(0, longest.names).map((text) => cut(text, longest.name, field, note));
};

const readClc = (text: string): string | null => {
  const plain = text.normalize('NFKC').replaceAll(' ', '');
  return classNumberPattern.test(plain) ? plain : null;
};

const readIsbns = (draft: BookDraft, note: Note): readonly string[] => {
  const { isbns, bad } = findIsbns(draft.isbns);
  for (const text of bad) {
    const hint = /e\+/iu.test(text) ? '; format the column as text, not as numbers' : '';
    note('bad-isbn', `"${text.slice(0, 40)}" is no ISBN or has a wrong check digit${hint}`, text);
  }
  return isbns;
};

/** A value that is read in one way only: absent stays absent, what cannot be read is noted and left out. */
const readOrNote = <V>(
  value: unknown,
  read: (value: unknown) => V | null,
  complain: () => void,
): V | undefined => {
  if (value === undefined || value === '' || value === null) return undefined;
  const found = read(value);
  if (found === null) complain();
  return found ?? undefined;
};

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? '';

const scalars = (draft: BookDraft, note: Note): Partial<Book> => ({
  ...present('publisher', draft.publisher && cut(draft.publisher, longest.text, 'publisher', note)),
  ...present(
    'year',
    readOrNote(draft.year, readYear, () => note('bad-year', `no year in ${shown(draft.year)}`, draft.year)),
  ),
  ...present(
    'language',
    readOrNote(
      draft.language,
      (text) => languageCode(String(text)) ?? null,
      () => {
        if (languageCode(draft.language ?? '') === null)
          note('bad-language', `${shown(draft.language)} is no language`, draft.language);
      },
    ),
  ),
  ...present(
    'clc',
    readOrNote(
      draft.clc,
      (text) => readClc(String(text)),
      () => note('bad-class', `${shown(draft.clc)} is no class number of the CLC`, draft.clc),
    ),
  ),
  ...present('callNumber', draft.callNumber && cut(draft.callNumber, longest.text, 'call number', note)),
  ...present('summary', draft.summary && cut(draft.summary, longest.summary, 'summary', note)),
  ...present(
    'addedOn',
    readOrNote(draft.addedOn, readDay, () =>
      note('bad-day', `${shown(draft.addedOn)} is no day`, draft.addedOn),
    ),
  ),
});

const present = <K extends keyof Book>(key: K, value: Book[K] | undefined | ''): Partial<Book> =>
  value === undefined || value === '' ? {} : { [key]: value };

/** What was wrong with the record's structure may be why its title is not found. */
const noTitle = (warnings: readonly Warning[]): string =>
  ['the record has no readable title', ...warnings.slice(0, 3).map(({ reason }) => reason)].join('; ');

/**
 * The canonical document of a draft, or why it cannot be one. A record needs a readable title; everything else that
 * cannot be read is left out and noted in `warnings`.
 */
export const toBook = (draft: BookDraft, warnings: Warning[]): CheckedBook => {
  const note: Note = (code, reason, value) =>
    void warnings.push({
      code,
      reason,
      value: typeof value === 'string' ? value.slice(0, 40) : shown(value),
    });
  if (draft.title === undefined) return { ok: false, code: 'no-title', reason: noTitle(warnings) };
  if (draft.title.includes('\ufffd') && !draft.isTextExact)
    return {
      ok: false,
      code: 'bad-encoding',
      reason: `the title cannot be read: "${draft.title.slice(0, 60)}"`,
    };
  const content = {
    title: cut(draft.title, longest.title, 'title', note),
    authors: cutAll(draft.authors, 'authors', note),
    isbns: readIsbns(draft, note),
    subjects: cutAll(draft.subjects, 'subjects', note),
    ...scalars(draft, note),
  };
  const { id, from } = recordId(draft.id, content);
  return { ok: true, book: { _id: id, ...content }, idFrom: from };
};
