import { DeskStore } from '../../miniprogram/stores/staff/desk-store';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { fakeCall, fakeDay } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const shown = { card: '20230003', name: '周敏', category: 'u', categoryName: '本科生', endsOn: null };
const qrCode = { text: 'LC1.20230003.t4zk2y.signature', isQrCode: true };

function open() {
  const { call, calls } = fakeCall();
  const desk = new DeskStore({ call, keys: new RequestKeys(() => 'key'), storage: fakeStorage() });
  desk.show('out');
  return { calls, desk, patron: desk.patron };
}

test('a QR code is read at once, and its card is lent to after the code is over', async () => {
  const { desk, patron, calls } = open();
  const reading = desk.scanCard(qrCode);
  expect([patron.isReading, patron.card]).toEqual([true, '']);
  expect(calls[0]).toMatchObject({ name: 'membership.readCardCode', input: { text: qrCode.text } });
  await calls[0]?.answer({ ...shown, standing: 'active' });
  await reading;
  expect([patron.isReading, patron.card, patron.shown?.name, patron.libraryDay]).toEqual([
    false,
    '20230003',
    '周敏',
    fakeDay,
  ]);
  void desk.take('YX1');
  expect(calls[1]?.input).toMatchObject({ card: '20230003', barcode: 'YX1' });
});

test('a bar code is the number itself: nothing is asked', async () => {
  const { desk, patron, calls } = open();
  await desk.scanCard({ text: ' 20230008 ', isQrCode: false });
  expect([patron.card, patron.shown, calls.length]).toEqual(['20230008', null, 0]);
});

test.each(['code-over', 'not-a-card-code', 'no-such-card', 'unavailable'])(
  'a code that is not read (%s) leaves nobody chosen and says why',
  async (code) => {
    const { desk, patron, calls } = open();
    desk.setCard('20230001');
    const reading = desk.scanCard(qrCode);
    await calls[0]?.refuse(code);
    await reading;
    expect([patron.card, patron.shown, patron.failure, patron.isReading]).toEqual(['', null, code, false]);
    desk.setCard('2');
    expect([patron.card, patron.failure]).toEqual(['2', null]);
  },
);

test('the patron who was chosen last counts, though an earlier code is answered later', async () => {
  const { desk, patron, calls } = open();
  const reading = desk.scanCard(qrCode);
  desk.setCard('20230008');
  await calls[0]?.answer({ ...shown, standing: 'active' });
  await reading;
  expect([patron.card, patron.shown]).toEqual(['20230008', null]);
});
