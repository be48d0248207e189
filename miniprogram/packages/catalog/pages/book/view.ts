import type { ActionOf } from '../../../../../cloudfunctions/api';
import type { Output } from '../../../../../cloudfunctions/kernel/contract';
import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { authorLine, imprintLine } from '../../../../format/book-lines';
import { copyLine, whereToGet, type CopyLine } from '../../../../format/holdings';
import { languageLabel } from '../../../../format/language';
import { branchLine } from '../../../../format/opening-hours';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import { branchNamesOf } from '../../../../stores/branch-names';
import type { RemoteValue } from '../../../../stores/remote-value';
import type { Unfolding } from '../../../../stores/unfolding';
import { bookWording } from '../../../../wording/zh-CN/catalog/book';
import { clcName } from '../../../../wording/zh-CN/catalog/clc-classes';

/** What an open book stands on. */
export type BookStores = {
  readonly book: RemoteValue<'catalog.book'>;
  readonly today: RemoteValue<'library.today'>;
  readonly unfoldedCopies: Unfolding;
  readonly unfoldedEditions: Unfolding;
};

type Details = Output<ActionOf<'catalog.book'>>;

const dayOf = ({ book }: BookStores): string => libraryDayOf(book);

/** A title of more characters is set smaller: it would fill the screen alone. */
const longTitle = 30;

const recordView = ({ record }: Details) => ({
  bookId: record.bookId,
  title: record.title,
  isLong: record.title.length > longTitle,
  authors: record.authors,
  coverAuthor: authorLine(record.authors.slice(0, 1)),
  imprint: imprintLine(record.publisher, record.year),
  isbn: record.isbns[0] ?? '',
  language: record.language === null ? '' : languageLabel(record.language),
  clc: record.clc ?? '',
  className: record.clc === null ? '' : (clcName(record.clc) ?? ''),
  subjects: record.subjects,
  summary: record.summary ?? '',
});

const editionsOf = ({ book }: BookStores) =>
  (book.value?.editions ?? []).map(({ bookId, title, publisher, year, language }) => ({
    bookId,
    title,
    imprint: [imprintLine(publisher, year), language === null ? '' : languageLabel(language)]
      .filter(Boolean)
      .join(' · '),
  }));

/** Where to find the copy that the foot of the page speaks of; null when none can be taken from a shelf. */
export function findingOf(stores: BookStores) {
  const copies = stores.book.value?.copies ?? [];
  const { copy } = whereToGet(copies, branchNamesOf(stores.today), dayOf(stores));
  if (copy === null) return null;
  const branch = stores.today.value?.branches.find(({ branchId }) => branchId === copy.branchId);
  return {
    callNumber: copy.callNumber ?? stores.book.value?.record.callNumber ?? '',
    shelf: copy.shelf ?? '',
    branch: branch === undefined ? null : branchLine(branch, libraryDayOf(stores.today)),
  };
}

/** The copies as lines, those to be had soonest first. */
export const copiesOf = (stores: BookStores): readonly CopyLine[] =>
  (stores.book.value?.copies ?? []).map((copy, _, all) =>
    copyLine(copy, all, branchNamesOf(stores.today), dayOf(stores)),
  );

const fromDetails = <T>({ book }: BookStores, make: (details: Details) => T, otherwise: T): T =>
  book.value === null ? otherwise : make(book.value);

/** What the page shows of its stores. */
export const bookFields = {
  status: ({ book }: BookStores) => book.status,
  isGone: ({ book }: BookStores) => book.failure === 'no-such-book',
  failure: ({ book }: BookStores) => failureNote('catalog.book', book.failure),
  outOfDate: ({ book }: BookStores) => outOfDateNote(book, phoneDay()),
  record: (stores: BookStores) => fromDetails(stores, recordView, null),
  hidesEditions: (stores: BookStores) => stores.unfoldedEditions.hides(editionsOf(stores)),
  hasCopies: ({ book }: BookStores) => book.value !== null && book.value.copies.length > 0,
  hidesCopies: ({ book, unfoldedCopies }: BookStores) => unfoldedCopies.hides(book.value?.copies ?? []),
  holdings: (stores: BookStores) =>
    fromDetails(
      stores,
      ({ copies }) =>
        bookWording.holdingsCount(
          copies.length,
          copies.filter(({ status }) => status === 'available').length,
        ),
      '',
    ),
  where: (stores: BookStores) =>
    whereToGet(stores.book.value?.copies ?? [], branchNamesOf(stores.today), dayOf(stores)).text,
  finding: findingOf,
};

/** The lists that may be long: a work may have hundreds of editions and an edition hundreds of copies. */
export const bookRows = [
  { field: 'copies', chunks: (stores: BookStores) => stores.unfoldedCopies.of(copiesOf(stores)) },
  { field: 'editions', chunks: (stores: BookStores) => stores.unfoldedEditions.of(editionsOf(stores)) },
];
