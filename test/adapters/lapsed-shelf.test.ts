import { circulationSurroundings } from '../../cloudfunctions/circulation/function/surroundings';
import { holdJobs } from '../../cloudfunctions/circulation/jobs';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told } from '../support/serving';

// The handlers of the deployed function, through the real SDK.
let library: SomeLibrary;
const titles = Array.from({ length: 7 }, (_, index) => `book-${index}`);
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  library.setClock('2026-03-20T04:00:00Z');
  for (const card of ['borrower', ...titles.flatMap((bookId) => [`first-${bookId}`, `next-${bookId}`])]) {
    await library.patron(card);
    await library.account({ card });
  }
});
afterAll(() => library.close());

const accepted = async (asking: Promise<Parameters<typeof told>[0]>) => expect(told(await asking)).toBe('ok');

test('a shelf of which more has lapsed than a step takes is cleared step by step, each copy passing on once', async () => {
  for (const [index, bookId] of titles.entries()) {
    const barcode = `${bookId}-a`;
    await library.book(bookId, { [barcode]: {} });
    const desk = library.as('o-desk');
    await accepted(desk('checkOut', { card: 'borrower', barcode, requestKey: `out-number-${index}` }));
    for (const card of [`first-${bookId}`, `next-${bookId}`])
      await accepted(
        library.as(`o-${card}`)('placeHold', {
          bookId,
          branchId: 'main',
          requestKey: `hold-${card}`,
        }),
      );
    await accepted(desk('checkIn', { barcode, branchId: 'main', requestKey: `in-number-${index}` }));
  }
  library.setClock('2026-03-24T04:00:00Z');
  const needs = { ...circulationSurroundings(library.database, library.now), log: () => undefined };
  const [job] = holdJobs(needs);
  let steps = 1;
  while ((await job?.run()) === 'more') steps += 1;
  expect(steps).toBe(2);
  for (const bookId of titles)
    expect(await library.one('title_circulation', bookId)).toMatchObject({
      holds: [{ card: `next-${bookId}`, state: 'ready', pickupBy: '2026-03-27' }],
    });
  expect(await library.all('messages', { kind: 'hold-lapsed' })).toHaveLength(titles.length);
});
