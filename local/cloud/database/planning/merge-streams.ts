import type { Found } from './index-scan';

/** Merges streams that are each in order; gives undefined for steps that found nothing yet. */
export function* mergeStreams(
  streams: readonly Generator<Found | undefined, void>[],
  backwards: boolean,
): Generator<Found | undefined, void> {
  const heads: { readonly stream: Generator<Found | undefined, void>; found: Found }[] = [];
  for (const stream of streams) {
    const first = yield* advance(stream);
    if (first) heads.push({ stream, found: first });
  }
  while (heads.length > 0) {
    let best = 0;
    for (let i = 1; i < heads.length; i++) {
      const difference = compare(heads[i]!.found, heads[best]!.found);
      if (backwards ? difference > 0 : difference < 0) best = i;
    }
    const head = heads[best]!;
    yield head.found;
    const next = yield* advance(head.stream);
    if (next) head.found = next;
    else heads.splice(best, 1);
  }
}

/** Steps a stream up to what it finds next. */
function* advance(stream: Generator<Found | undefined, void>): Generator<undefined, Found | undefined> {
  for (;;) {
    const { done, value } = stream.next();
    if (done) return undefined;
    if (value) return value;
    yield undefined;
  }
}

const compare = (a: Found, b: Found): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.document - b.document;
