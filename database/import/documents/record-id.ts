import { longestId } from '../../../cloudfunctions/kernel/longest-id';
import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** Case, blanks and marks do not make another book. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What tells one edition from another where it has no number. */
type Content = {
  readonly title: string;
  readonly authors: readonly string[];
  readonly isbns: readonly string[];
  readonly publisher?: string;
  readonly year?: number;
};

/**
 * The id under which a record stays the same from one import to the next: what the source calls it; else its ISBN,
 * plain, as the demo library and a librarian at the console write it;
 * else a hash of title, authors, publisher and year, so that only a change of these makes another record of it.
 */
export const recordId = (
  own: string | undefined,
  content: Content,
): { id: string; from: 'source' | 'isbn' | 'content' } => {
  if (own !== undefined && own !== '')
    return { id: own.length <= longestId.record ? own : `long:${digest(own)}`, from: 'source' };
  const [isbn] = content.isbns;
  if (isbn !== undefined) return { id: isbn, from: 'isbn' };
  const parts = [
    content.title,
    content.authors.join(' '),
    content.publisher ?? '',
    String(content.year ?? ''),
  ];
  return { id: `hash:${digest(parts.map(plain).join('|'))}`, from: 'content' };
};
