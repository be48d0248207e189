import { holdEnds, type Hold } from './hold';
import { readWritten, type Understood, type Written } from '../../../kernel/written-fields';

const longAgo = new Date(0);

/** A document of `holds` as it was understood, with what is wrong in it. */
export const readHold = (holdId: string, document: Written): Understood<Hold> => {
  const written = readWritten('holds', holdId, document);
  const bookId = written.text('bookId') ?? '';
  const value: Hold = {
    holdId,
    card: written.text('card') ?? '',
    bookId,
    title: written.text('title') ?? bookId,
    authors: written.texts('authors'),
    barcode: written.textOrNone('barcode') ?? null,
    branchId: written.text('branchId') ?? '',
    placedAt: written.instant('placedAt') ?? longAgo,
    endedOn: written.dayOrNone('endedOn') ?? null,
    end: written.oneOfOrNone('end', holdEnds) ?? null,
  };
  return { value, faults: written.faults };
};
