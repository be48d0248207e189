import { openSomeLibrary, type SomeLibrary } from './some-library';
import { told } from './serving';

/**
 * A desk for all cases of a file, with the librarian `o-desk` and the branches `main` and `west`. Each case begins on
 * 20 March 2026 with a book and a copy of its own and three patrons who have nothing; `library`, `bookId` and `copyA`
 * are there from the first case on.
 */
export const someDesk = () => {
  const at = { bookId: '', copyA: '' } as { library: SomeLibrary; bookId: string; copyA: string };
  let number = 0;
  beforeAll(async () => {
    at.library = await openSomeLibrary();
    await at.library.put('staff', { _id: 'o-desk', role: 'librarian' });
    await at.library.put('branches', { _id: 'west', name: '西馆', calendarId: 'library', order: 2 });
  });
  afterAll(() => at.library.close());
  beforeEach(async () => {
    number += 1;
    at.bookId = `book-${number}`;
    at.copyA = `${at.bookId}-a`;
    at.library.setClock('2026-03-20T04:00:00Z');
    for (const card of ['card-1', 'card-2', 'card-3']) {
      await at.library.patron(card);
      await at.library.account({ card });
    }
    await at.library.book(at.bookId, { [at.copyA]: { shelf: '三楼' } });
  });
  const desk = (action: string, input: object) => at.library.as('o-desk')(action, input);
  const by = (card: string) => at.library.as(`o-${card}`);
  const newKey = () => `request-${(number += 1)}`;
  return Object.assign(at, {
    desk,
    by,
    newKey,
    lend: (card: string, change: object = {}) =>
      desk('checkOut', { card, barcode: at.copyA, requestKey: newKey(), ...change }),
    takeBack: (change: object = {}) =>
      desk('checkIn', { barcode: at.copyA, branchId: 'main', requestKey: newKey(), ...change }),
    /** Places a hold on the book; answers its id. */
    hold: async (card: string, branchId = 'main'): Promise<string> => {
      const reply = await by(card)('placeHold', { bookId: at.bookId, branchId, requestKey: newKey() });
      expect(told(reply)).toBe('ok');
      return (reply.value as { holdId: string }).holdId;
    },
    copy: () => at.library.one('copies', at.copyA),
    title: () => at.library.one('title_circulation', at.bookId),
    account: (card: string) => at.library.one('patron_circulation', card),
  });
};
