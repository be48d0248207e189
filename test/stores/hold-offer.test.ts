import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { HoldOffer } from '../../miniprogram/stores/circulation/hold-offer';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const offer = { reasons: [], place: 1, expectedOn: null, holdId: null, isWatched: false };

function open() {
  const { call, calls } = fakeCall();
  let made = 0;
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const seen = new SeenReplies(fakeStorage(), () => 1_000);
  return { hold: new HoldOffer({ call, seen, keys }, 'book-1'), calls };
}

test.each([
  ['any copy of the title', null, { bookId: 'book-1' }],
  ['one copy', 'K1', { bookId: 'book-1', barcode: 'K1' }],
])('%s is asked for, and held', async (_, barcode, wish) => {
  const { hold, calls } = open();
  hold.askFor(barcode);
  hold.choose('main');
  void hold.offer.load();
  expect(calls[0]).toMatchObject({ name: 'circulation.holdOffer', input: wish });
  await calls[0]?.answer(offer);
  const done = hold.place();
  expect(calls[1]?.name).toBe('circulation.placeHold');
  expect(calls[1]?.input).toEqual({ ...wish, branchId: 'main', requestKey: 'key-1' });
  await calls[1]?.answer({ holdId: 'h1', place: 3, expectedOn: null });
  expect([hold.placedAt, calls[2]?.input]).toEqual([3, wish]);
  await calls[2]?.answer({ ...offer, holdId: 'h1' });
  await done;
});

test('another copy is another offer: nothing of the first is shown for it', async () => {
  const { hold, calls } = open();
  void hold.offer.load();
  await calls[0]?.answer({ ...offer, place: 7 });
  const placing = hold.place();
  hold.askFor('K1');
  expect([hold.offer.value, hold.placedAt]).toEqual([null, null]);
  await calls[1]?.answer({ holdId: 'h1', place: 7, expectedOn: null });
  await calls[2]?.answer(offer);
  await placing;
  expect([hold.offer.value, hold.placedAt]).toEqual([null, null]);
  hold.askFor(null);
  void hold.offer.load();
  expect(hold.offer.value).toMatchObject({ place: 1 });
});

test('why one copy was not held is not said of another', async () => {
  const { hold, calls } = open();
  hold.askFor('K1');
  void hold.place();
  await calls[0]?.refuse('on-shelf');
  expect(hold.placing.failure).toBe('on-shelf');
  hold.askFor('K2');
  expect(hold.placing.failure).toBeNull();
});

test('off again right after on asks for off, also before the offer has been fetched anew', async () => {
  const { hold, calls } = open();
  void hold.offer.load();
  await calls[0]?.answer(offer);
  void hold.toggleWatch();
  await calls[1]?.answer({ isWatched: true });
  expect(hold.offer.value).toMatchObject({ isWatched: true });
  void hold.toggleWatch();
  const asked = calls.filter(({ name }) => name === 'circulation.watch');
  expect(asked.map(({ input }) => input['isOn'])).toEqual([true, false]);
});
