import { differences, grouped, type Invariant, type LibraryDocuments } from './library-documents';

const queued = ({ title_circulation: titles }: LibraryDocuments) =>
  titles.flatMap(({ _id: bookId, holds }) => (holds ?? []).map((hold) => ({ ...hold, bookId })));

/** A hold goes on exactly while it stands in the queue of its title. */
export const queueIsHolds: Invariant = (library) =>
  differences(
    'title_circulation',
    queued(library).map(
      ({ holdId, card, bookId, barcode }) => `${holdId} ${card} ${bookId} ${barcode ?? 'any'}`,
    ),
    library.holds
      .filter(({ endedOn }) => (endedOn ?? null) === null)
      .map(({ _id, card, bookId, barcode }) => `${_id} ${card} ${bookId} ${barcode ?? 'any'}`),
  );

/** What a patron's document says is on hold is what the queues say. */
export const patronKnowsHolds: Invariant = (library) => {
  const queue = grouped(queued(library), ({ card }) => card);
  const told = new Map(library.patron_circulation.map((document) => [document._id, document.holds ?? []]));
  return [...new Set([...told.keys(), ...queue.keys()])].flatMap((card) =>
    differences(
      `patron_circulation/${card}`,
      (told.get(card) ?? []).map(({ holdId, bookId }) => `${holdId} ${bookId}`),
      (queue.get(card) ?? []).map(({ holdId, bookId }) => `${holdId} ${bookId}`),
    ),
  );
};

/** One hold a patron and title. */
export const holdIsOne: Invariant = (library) =>
  [...grouped(queued(library), ({ card, bookId }) => `${card} ${bookId}`)].flatMap(([pair, holds]) =>
    holds.length > 1 ? [{ at: 'title_circulation', what: `${pair} stands ${holds.length} times` }] : [],
  );

/** Nobody waits for a title that the same patron has at home. */
export const holdIsForAnother: Invariant = (library) => {
  const open = library.loans.filter(({ returnedOn }) => (returnedOn ?? null) === null);
  const borrowed = new Set(open.map(({ card, bookId }) => `${card} ${bookId}`));
  return queued(library).flatMap(({ holdId, card, bookId }) =>
    borrowed.has(`${card} ${bookId}`)
      ? [{ at: `holds/${holdId}`, what: 'is on a title that its patron has' }]
      : [],
  );
};

/**
 * Who stands with a title to hear of it has it in the patron's own list; and what stands there is with the title, or
 * among those who are being told that it is back.
 */
export const watchIsTold: Invariant = (library) => {
  const watched = library.patron_circulation.flatMap(({ _id, watches }) =>
    (watches ?? []).map(({ bookId }) => `${_id} watching ${bookId}`),
  );
  const watchers = library.title_circulation.flatMap(({ _id, watchers: cards }) =>
    (cards ?? []).map((card) => `${card} watching ${_id}`),
  );
  const called = library.watch_calls.flatMap(({ bookId, cards }) =>
    cards.map((card) => `${card} watching ${bookId}`),
  );
  const isBeingTold = new Set(called.filter((entry) => !watchers.includes(entry)));
  return differences(
    'title_circulation',
    watchers,
    watched.filter((entry) => !isBeingTold.has(entry)),
  );
};

/** A copy is kept for one hold, which then says where and until when it waits. */
export const copyIsKeptOnce: Invariant = (library) => {
  const kept = queued(library).filter(({ keptBarcode }) => keptBarcode !== null);
  const twice = [...grouped(kept, ({ keptBarcode }) => keptBarcode ?? '')].filter(
    ([, holds]) => holds.length > 1,
  );
  const halves = queued(library).filter(
    ({ state, keptBarcode, pickupBy }) =>
      (state === 'waiting') !== (keptBarcode === null) || (state === 'ready') !== (pickupBy !== null),
  );
  return [
    ...twice.map(([barcode, holds]) => ({
      at: `copies/${barcode}`,
      what: `is kept for ${holds.length} holds`,
    })),
    ...halves.map(({ holdId, state }) => ({ at: `holds/${holdId}`, what: `is ${state} only by half` })),
  ];
};

/** The queue keeps the order in which holds were placed. */
export const queueKeepsOrder: Invariant = ({ title_circulation: titles }) =>
  titles.flatMap(({ _id, holds }) => {
    const times = (holds ?? []).map(({ placedAt }) => new Date(placedAt).getTime());
    return times.some((time, place) => place > 0 && time < (times[place - 1] ?? 0))
      ? [{ at: `title_circulation/${_id}`, what: 'has a queue out of order' }]
      : [];
  });

/** A copy is free, on the pickup shelf or on its way by its title's document as by its own. */
export const copyShowsPlace: Invariant = (library) => {
  const known = new Map(library.title_circulation.map((title) => [title._id, title]));
  const copies = library.copies.filter(({ bookId }) => known.has(bookId));
  const marked = (status: string) =>
    copies.filter((copy) => copy.status === status).map(({ _id }) => `${_id} ${status}`);
  const kept = (state: string) =>
    queued(library).flatMap(({ state: is, keptBarcode }) => (is === state ? [keptBarcode ?? ''] : []));
  const transit = kept('in-transit').map((barcode) => `${barcode} in-transit`);
  return [
    ...differences(
      'title_circulation',
      [...known.values()]
        .flatMap(({ freeCopies }) => freeCopies ?? [])
        .map((barcode) => `${barcode} available`),
      marked('available'),
    ),
    ...differences(
      'title_circulation',
      kept('ready').map((barcode) => `${barcode} on-hold-shelf`),
      marked('on-hold-shelf'),
    ),
    // A copy may also be on its way to its own branch, for nobody.
    ...differences(
      'title_circulation',
      transit,
      marked('in-transit').filter((entry) => transit.includes(entry)),
    ),
  ];
};
