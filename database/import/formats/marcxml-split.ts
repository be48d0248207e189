import iconv from 'iconv-lite';

export type XmlPart =
  | { readonly kind: 'record'; readonly xml: string }
  | { readonly kind: 'too-long' | 'truncated'; readonly reason: string };

const opening = /<(?:[\w.-]+:)?record[\s>]/g;
const closing = /<\/(?:[\w.-]+:)?record\s*>/g;
/** Envelopes such as SRU's have a `record` of their own around the MARC one; only the inner has these. */
const marcContent = /<(?:[\w.-]+:)?(?:leader|datafield|controlfield)[\s>]/;
const longestRecord = 2_000_000;

const lastOpening = (text: string): number => {
  let at = -1;
  for (const match of text.matchAll(opening)) at = match.index;
  return at;
};

/** What stands before a record's end: the record, and before it perhaps one that was never closed. */
function* partsUntil(head: string, end: string): Generator<XmlPart> {
  const start = lastOpening(head);
  const before = start < 0 ? head : head.slice(0, start);
  if (marcContent.test(before)) yield { kind: 'truncated', reason: 'the record element is not closed' };
  if (start >= 0 && marcContent.test(head.slice(start)))
    yield { kind: 'record', xml: head.slice(start) + end };
}

/** Cuts a stream of XML text into its innermost `record` elements. Memory stays bounded. */
export async function* splitXmlRecords(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<XmlPart> {
  const decoder = iconv.getDecoder(encoding);
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.write(chunk);
    let from = 0;
    for (const match of text.matchAll(closing)) {
      yield* partsUntil(text.slice(from, match.index), match[0]);
      from = match.index + match[0].length;
    }
    text = text.slice(from);
    if (text.length > longestRecord) {
      yield { kind: 'too-long', reason: `no end of the record within ${longestRecord} characters` };
      text = '';
    }
  }
  if (marcContent.test(text)) yield { kind: 'truncated', reason: 'the file ends within this record' };
}
