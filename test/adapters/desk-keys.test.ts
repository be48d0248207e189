import { cloudForgetBorrowers } from '../../cloudfunctions/circulation/adapters/cloud-forget-borrowers';
import { openSomeLibrary } from '../support/some-library';
import { told } from '../support/serving';

// Request keys of staff, through the real SDK.
jest.setTimeout(120_000);

test('a key of another request is not understood, whatever title or patron it is about', async () => {
  const library = await openSomeLibrary();
  for (const openid of ['o-desk', 'o-other-desk'])
    await library.put('staff', { _id: openid, role: 'librarian' });
  for (const card of ['card-1', 'card-2']) await library.patron(card);
  await library.book('book', { copy: {} });
  await library.book('another-book', { 'another-copy': {} });
  const desk = library.as('o-desk');
  const requestKey = 'request-1';
  const asked = { card: 'card-1', barcode: 'copy', requestKey };
  const lent = await desk('checkOut', asked);
  expect(told(lent)).toBe('ok');
  expect(told(await desk('checkOut', { ...asked, barcode: 'another-copy' }))).toBe('invalid-request');
  const handedIn = { barcode: 'another-copy', branchId: 'main', requestKey };
  expect(told(await desk('checkIn', handedIn))).toBe('invalid-request');
  const late = { card: 'card-2', loanId: 'l', bookId: 'b', title: '边城', amount: 10, days: 1 };
  const owed = { fixedOn: '2026-03-01', state: 'owed', settledOn: null, reason: null };
  await library.put('fines', { _id: 'f-key', ...late, ...owed });
  const settling = { fineId: 'f-key', how: 'paid', reason: '现金', requestKey };
  expect(told(await desk('settleFine', settling))).toBe('invalid-request');
  expect(await library.all('loans', { barcode: 'another-copy' })).toEqual([]);
  expect(await desk('checkOut', asked)).toEqual(lent);
  // A key of somebody else is another key.
  const other = await library.as('o-other-desk')('checkOut', { ...asked, barcode: 'another-copy' });
  expect(told(other)).toBe('ok');
  expect(JSON.stringify(await library.all('desk_requests'))).not.toContain('"card-1"');
  expect(await library.all('desk_requests')).toHaveLength(2);
  library.setClock('2026-03-28T04:00:00Z');
  await cloudForgetBorrowers(library.database, library.now)();
  expect(await library.all('desk_requests')).toEqual([]);
  await library.close();
});
