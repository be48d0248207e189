/** A stretch of a text, where it begins, and whether the search is found in it. */
export type Segment = { readonly at: number; readonly text: string; readonly isHit: boolean };

const shortestShared = 2;

/** The longest stretch that both texts have; empty when it would be a single character. */
function longestShared(text: string, query: string): string {
  for (let length = Math.min(text.length, query.length); length >= shortestShared; length -= 1) {
    for (let start = 0; start + length <= query.length; start += 1) {
      const part = query.slice(start, start + length);
      if (text.includes(part)) return part;
    }
  }
  return '';
}

function hitsOf(text: string, terms: readonly string[]): readonly boolean[] {
  const hits = Array.from(text, () => false);
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      hits.fill(true, at, at + term.length);
  }
  return hits;
}

/**
 * Cuts a title where the words of the query stand in it; when none does as a whole, where the longest shared
 * stretch does. A query in pinyin marks nothing.
 */
export function highlight(title: string, query: string): readonly Segment[] {
  const text = title.toLowerCase();
  if (text.length !== title.length) return [{ at: 0, text: title, isHit: false }];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const found = words.filter((word) => text.includes(word));
  const shared = found.length > 0 ? [] : words.map((word) => longestShared(text, word.slice(0, 40)));
  const hits = hitsOf(text, found.length > 0 ? found : shared.filter(Boolean));
  const segments: { at: number; text: string; isHit: boolean }[] = [];
  for (const [index, character] of title.split('').entries()) {
    const isHit = hits[index] ?? false;
    const last = segments[segments.length - 1];
    if (last?.isHit === isHit) last.text += character;
    else segments.push({ at: index, text: character, isHit });
  }
  return segments;
}
