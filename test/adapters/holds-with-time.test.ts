import { untouchedTitle } from '../../cloudfunctions/circulation/domain/records/title-circulation';
import { circulationSurroundings } from '../../cloudfunctions/circulation/function/surroundings';
import { passOnLapsed } from '../../cloudfunctions/circulation/use-cases/holds/pass-on-lapsed';
import { tellWatchers } from '../../cloudfunctions/circulation/use-cases/holds/tell-watchers';
import { someDesk } from '../support/some-desk';
import { someHold } from '../support/some-loan';

// The handlers of the deployed function, through the real SDK.
jest.setTimeout(120_000);
const atDesk = someDesk();
const { by, newKey, lend, takeBack, hold, copy, title, account } = atDesk;
let { library, bookId, copyA } = atDesk;
beforeEach(() => {
  ({ library, bookId, copyA } = atDesk);
});

const jobs = () => circulationSurroundings(library.database, library.now);

describe('with time', () => {
  test('a copy that is not fetched passes on to the next, and then back to its shelf', async () => {
    await lend('card-3');
    const [first, second] = [await hold('card-1'), await hold('card-2')];
    await takeBack();
    library.setClock('2026-03-23T15:59:00Z');
    await passOnLapsed(jobs())();
    expect(await title()).toMatchObject({ holds: [{ card: 'card-1', state: 'ready' }, { card: 'card-2' }] });
    library.setClock('2026-03-23T16:00:00Z');
    await passOnLapsed(jobs())();
    expect(await title()).toMatchObject({
      holds: [{ card: 'card-2', state: 'ready', pickupBy: '2026-03-27' }],
    });
    expect(await library.one('messages', `hold-lapsed-${first}`)).toMatchObject({ card: 'card-1' });
    expect(await library.one('messages', `hold-ready-${second}`)).toMatchObject({ card: 'card-2' });
    expect(await account('card-1')).toMatchObject({ holds: [] });
    expect(await library.one('holds', first)).toMatchObject({ end: 'lapsed', endedOn: '2026-03-24' });
    library.setClock('2026-03-28T04:00:00Z');
    await passOnLapsed(jobs())();
    await passOnLapsed(jobs())();
    expect(await title()).toMatchObject({ holds: [], freeCopies: [copyA] });
    expect(await copy()).toMatchObject({ status: 'available' });
  });

  test('titles that nobody can read keep no other copy from passing on', async () => {
    const rubbish = { ...someHold({ state: 'ready', keptBarcode: 'x', pickupBy: '2026-03-01' }), card: 7 };
    for (const place of [1, 2, 3, 4, 5, 6])
      await library.put('title_circulation', {
        _id: `a-rubbish-${place}`,
        ...untouchedTitle('x'),
        holds: [rubbish],
      });
    await lend('card-3');
    await hold('card-1');
    await takeBack();
    library.setClock('2026-03-28T04:00:00Z');
    await passOnLapsed({ ...jobs(), log: () => undefined })();
    expect(await title()).toMatchObject({ holds: [], freeCopies: [copyA] });
    const isRubbish = { _id: library.database.command.gt('a-rubbish').and(library.database.command.lt('b')) };
    await library.database.collection('title_circulation').where(isRubbish).remove();
  });

  test('a patron whom nobody can read is told that a copy is back, and so are the others', async () => {
    await lend('card-3');
    for (const card of ['card-1', 'card-2'])
      await by(card)('watch', { bookId, isOn: true, requestKey: newKey() });
    await library.database
      .collection('patron_circulation')
      .doc('card-1')
      .update({ data: { holds: 'x' } });
    await takeBack();
    await library.put('watch_calls', { _id: 'a-rubbish', cards: 'everybody' });
    await tellWatchers(jobs())();
    expect(await library.all('messages', { kind: 'title-back', 'details.bookId': bookId })).toHaveLength(2);
    expect(await library.all('watch_calls')).toEqual([]);
  });

  test('who asked hears once that a copy is back', async () => {
    await lend('card-3');
    for (const card of ['card-1', 'card-2'])
      await by(card)('watch', { bookId, isOn: true, requestKey: newKey() });
    await takeBack();
    await tellWatchers(jobs())();
    await tellWatchers(jobs())();
    expect(await library.all('messages', { kind: 'title-back', 'details.bookId': bookId })).toHaveLength(2);
    expect(await account('card-1')).toMatchObject({ watches: [] });
    expect(await library.all('watch_calls', { bookId })).toEqual([]);
  });

  test('who asks anew before being told keeps the new wish, on both sides', async () => {
    await lend('card-3');
    const watch = (isOn: boolean) => by('card-1')('watch', { bookId, isOn, requestKey: newKey() });
    await watch(true);
    await takeBack();
    await lend('card-3');
    await watch(false);
    await watch(true);
    await tellWatchers(jobs())();
    expect(await title()).toMatchObject({ watchers: ['card-1'] });
    expect(await account('card-1')).toMatchObject({ watches: [{ bookId }] });
  });

  test('an idle run makes few calls', async () => {
    const before = library.requests.length;
    const needs = jobs();
    await passOnLapsed(needs)();
    await tellWatchers(needs)();
    expect(library.requests.length - before).toBeLessThanOrEqual(2);
  });
});
