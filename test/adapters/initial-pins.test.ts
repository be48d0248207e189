import { cloudCardRecords } from '../../cloudfunctions/membership/adapters/cloud-card-records';
import { membership } from '../../cloudfunctions/membership/contract';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import type { Pins } from '../../cloudfunctions/membership/ports/binding';
import { serving, told } from '../support/serving';
import { pin, pins, someCards } from '../support/some-cards';

jest.setTimeout(60_000);
const cards = someCards();
const { one, newKey, openidOf, patron, details, bind, now } = cards;
let { memory, as } = cards;
beforeEach(() => {
  ({ memory, as } = cards);
});

describe('a PIN that staff typed', () => {
  test.each([
    ['as text', '915372'],
    ['as a number', 915372],
  ])('binds before it is hashed, %s, once a new one is given; then it is gone', async (_, initialPin) => {
    const card = await patron({ initialPin });
    const openid = openidOf('new');
    const typed = { pin: '915372' };
    expect(told(await bind(openid, card, typed))).toBe('default-pin');
    expect(await as(openid)('session')).toMatchObject({ value: { card: null } });
    expect(told(await bind(openid, card, { ...typed, newPin: '915372' }))).toBe('weak-pin');
    expect(told(await bind(openid, card, { ...typed, newPin: pin }))).toBe('ok');
    expect(await one('patrons', card)).not.toHaveProperty('initialPin');
    expect(await one('card_secrets', card)).toMatchObject({ mustChange: false });
    await as(openid)('unbindCard', { requestKey: newKey() });
    expect(told(await bind(openid, card, typed))).toBe('wrong-details');
    expect(told(await bind(openid, card))).toBe('ok');
  });

  test('goes before the one that was there', async () => {
    const card = await patron();
    await memory.database
      .collection('patrons')
      .doc(card)
      .update({ data: { initialPin: '915372' } });
    expect(told(await bind(openidOf('reset'), card))).toBe('wrong-details');
    expect(told(await bind(openidOf('reset'), card, { pin: '915372' }))).toBe('default-pin');
  });

  test('right details never count as guesses', async () => {
    const card = await patron({ initialPin: '915372' });
    for (let times = 0; times < 7; times += 1)
      expect(told(await bind(openidOf('slow'), card, { pin: '915372' }))).toBe('default-pin');
  });
});

test('a PIN that the job hashes while it is checked is checked again', async () => {
  const card = await patron({ initialPin: '915372' });
  const { database } = memory;
  const slow: Pins = {
    ...pins,
    isRight: async (given, known) => {
      const isRight = await pins.isRight(given, known);
      if (known === '915372') {
        const secret = { ...(await pins.hash('915372')), mustChange: true };
        await cloudCardRecords(database, now)((records) => records.keepSecret(card, secret));
      }
      return isRight;
    },
  };
  const { as: asWith } = serving(membership, membershipHandlers(database, now, slow), { database, now });
  const asked = details(card, { pin: '915372', newPin: pin });
  expect(told(await asWith(openidOf('meanwhile'))('bindCard', asked))).toBe('ok');
  expect(await one('card_secrets', card)).toMatchObject({ mustChange: false });
});
