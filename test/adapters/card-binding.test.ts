import { told } from '../support/serving';
import { pin, someCards } from '../support/some-cards';

jest.setTimeout(60_000);
const cards = someCards();
const { all, one, newKey, openidOf, patron, details, bind, guess, auditOf, now } = cards;
let { memory, as } = cards;
beforeEach(() => {
  ({ memory, as } = cards);
});

describe('binding', () => {
  test('shows the card, keeps only who has it, and leaves an audit line', async () => {
    const card = await patron({ endsOn: '2027-06-30' });
    const asked = details(card, { name: ' 林 知夏' });
    const shown = {
      maskedCard: `••••${card.slice(-3)}`,
      name: '林知夏',
      category: 'undergraduate',
      categoryName: 'undergraduate',
      endsOn: '2027-06-30',
      standing: 'active',
      boundOn: '2026-11-22',
    };
    expect(await as('o-lin')('bindCard', asked)).toMatchObject({ ok: true, value: { card: shown } });
    expect(await as('o-lin')('session')).toMatchObject({
      value: { card: shown, signedOut: null, role: null },
    });
    const binding = await one('card_bindings', card);
    expect(binding).toMatchObject({ openid: 'o-lin', version: 1 });
    expect(await one('pseudonyms', card)).toEqual({ _id: card, pseudonym: binding?.['pseudonym'] });
    expect(await auditOf(asked.requestKey)).toMatchObject([
      {
        actor: { kind: 'patron', pseudonym: binding?.['pseudonym'] },
        action: 'membership.bindCard',
        patron: binding?.['pseudonym'],
        maskedCard: shown.maskedCard,
        result: 'done',
        at: now(),
      },
    ]);
    expect(JSON.stringify(await all('audit'))).not.toContain(card);
  });

  test('the same request again is answered alike and does nothing, whatever is said for a PIN; one to change it or not is another', async () => {
    const card = await patron({ initialPin: '915372' });
    const asked = details(card, { pin: '915372', newPin: pin });
    const first = await as(openidOf('twice'))('bindCard', asked);
    expect(first).toMatchObject({ ok: true });
    expect(await as(openidOf('twice'))('bindCard', asked)).toEqual(first);
    expect(await as(openidOf('twice'))('bindCard', { ...asked, pin: '1', newPin: '2' })).toEqual(first);
    expect(told(await as(openidOf('twice'))('bindCard', { ...asked, newPin: undefined }))).toBe(
      'invalid-request',
    );
    expect(await auditOf(asked.requestKey)).toHaveLength(1);
    expect(told(await bind(openidOf('other'), card, { pin: '2' }))).toBe('wrong-details');
    expect(
      await as(openidOf('twice'))('bindCard', details(await patron(), { requestKey: asked.requestKey })),
    ).toMatchObject({ reasons: [{ code: 'invalid-request', requestId: 'r-1' }] });
  });

  test.each([
    ['an unknown card', { cardNumber: '1999000001' }],
    ['a wrong name', { name: '林知秋' }],
    ['a wrong PIN', { pin: '482914' }],
    ['no PIN to speak of', { pin: ' ' }],
  ])('%s: the same refusal, an audit line that names nobody, and nothing bound', async (_, change) => {
    const card = await patron();
    const openid = openidOf('wrong');
    const asked = details(card, change);
    const reply = await as(openid)('bindCard', asked);
    expect(reply).toEqual({ ok: false, reasons: [{ code: 'wrong-details' }], libraryDay: '2026-11-22' });
    expect(await auditOf(asked.requestKey)).toMatchObject([
      { actor: { kind: 'visitor', openid }, patron: null, result: 'wrong-details' },
    ]);
    expect(await as(openid)('session')).toMatchObject({ value: { card: null, signedOut: null } });
  });

  test('a card without any PIN binds by none', async () => {
    const card = await patron({ initialPin: '' });
    await memory.database.collection('card_secrets').doc(card).remove();
    for (const given of ['""', '0', 'undefined', 'null'])
      expect(told(await bind(openidOf(given), card, { pin: given }))).toBe('wrong-details');
  });

  test.each([
    ['expired', { endsOn: '2026-11-21' }],
    ['suspended', { status: 'suspended' }],
    ['suspended', { status: '停' }],
  ])('a card that is %s is bound and says so, but only after a right PIN', async (standing, change) => {
    const card = await patron(change);
    expect(told(await bind(openidOf('late'), card, { pin: '000000' }))).toBe('wrong-details');
    expect(await bind(openidOf('late'), card)).toMatchObject({ value: { card: { standing } } });
  });

  test('one WeChat has one card of its own', async () => {
    const [first, second] = [await patron(), await patron()];
    await bind('o-one', first);
    expect(await bind('o-one', second)).toMatchObject({
      reasons: [{ code: 'other-card-bound', maskedCard: `••••${first.slice(-3)}` }],
    });
    expect(told(await bind('o-one', first))).toBe('ok');
    expect(await one('card_bindings', first)).toMatchObject({ version: 1 });
  });

  test('a card bound from another WeChat leaves the first, which is told so until it binds again', async () => {
    const card = await patron();
    const [old, fresh] = [openidOf('old'), openidOf('fresh')];
    await bind(old, card);
    expect(told(await bind(fresh, card))).toBe('ok');
    expect(await one('card_bindings', card)).toMatchObject({ openid: fresh, version: 2 });
    expect(await as(old)('session')).toMatchObject({ value: { card: null, signedOut: 'replaced' } });
    expect(await as(old)('unbindCard', { requestKey: newKey() })).toMatchObject({
      reasons: [{ code: 'signed-out', reason: 'replaced' }],
    });
    expect(told(await bind(old, await patron()))).toBe('ok');
    expect(await as(old)('session')).toMatchObject({ value: { signedOut: null } });
  });
});

describe('a card number as it comes from a keyboard', () => {
  test.each([
    ['small letters', (card: string) => card.toLowerCase()],
    [
      'full width',
      (card: string) =>
        card.replaceAll(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['spaces', (card: string) => ` ${card.slice(0, 4)}\u00a0${card.slice(4)}\u200b `],
  ])('in %s binds the card, and its guesses count for the card', async (_, typed) => {
    const card = await patron({}, 'AL-');
    expect(told(await guess(openidOf('typo'), typed(card)))).toBe('wrong-details');
    expect(await one('guess_counters', `card:${card}`)).toMatchObject({ tries: 1 });
    expect(told(await bind(openidOf('typist'), typed(card)))).toBe('ok');
    expect(await one('card_bindings', card)).toMatchObject({ openid: openidOf('typist') });
  });

  test('small letters that no card has share the tries of their capitals', async () => {
    for (const typed of ['zz-000001', 'ZZ-000001', 'Zz-000001', 'zZ-000001', 'ZZ-000001'])
      expect(told(await guess(openidOf(`case-${typed}-${newKey()}`), typed))).toBe('wrong-details');
    expect(told(await guess(openidOf('case-last'), 'zz-000001'))).toBe('too-many-tries');
  });

  test('a card whose number has small letters is found as it was typed', async () => {
    const card = await patron({}, 'al-');
    expect(told(await bind(openidOf('small'), card))).toBe('ok');
  });
});

describe('unbinding', () => {
  test('is done at once, keeps only an audit line, and the same request is answered alike', async () => {
    const card = await patron();
    const openid = openidOf('leaving');
    await bind(openid, card);
    const requestKey = newKey();
    for (let times = 0; times < 2; times += 1)
      expect(await as(openid)('unbindCard', { requestKey })).toMatchObject({ ok: true, value: {} });
    expect(await one('card_bindings', card)).toBeNull();
    expect(JSON.stringify(await one('wechat_accounts', openid))).not.toContain(card);
    expect(await auditOf(requestKey)).toMatchObject([{ action: 'membership.unbindCard', result: 'done' }]);
    expect(await as(openid)('session')).toMatchObject({ value: { card: null, signedOut: null } });
  });

  test('ends nothing where nothing is bound', async () => {
    expect(await as('o-nobody')('unbindCard', { requestKey: newKey() })).toMatchObject({
      reasons: [{ code: 'not-bound', requestId: 'r-1' }],
    });
  });

  test('the card can be bound again, here or elsewhere, under the same pseudonym', async () => {
    const card = await patron();
    const openid = openidOf('back');
    await bind(openid, card);
    const before = (await one('card_bindings', card))?.['pseudonym'];
    for (const next of [openid, openidOf('elsewhere')]) {
      await as(openid)('unbindCard', { requestKey: newKey() });
      expect(told(await bind(next, card))).toBe('ok');
      expect(await one('card_bindings', card)).toMatchObject({ openid: next, pseudonym: before });
    }
  });

  test('works where staff have taken the patron off the list, who is shown as suspended till then', async () => {
    const card = await patron();
    const openid = openidOf('gone');
    await bind(openid, card);
    await memory.database.collection('patrons').doc(card).remove();
    expect(await as(openid)('session')).toMatchObject({ value: { card: { standing: 'suspended' } } });
    expect(told(await as(openid)('unbindCard', { requestKey: newKey() }))).toBe('ok');
  });
});
