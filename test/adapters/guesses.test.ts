import { told } from '../support/serving';
import { someCards } from '../support/some-cards';

jest.setTimeout(60_000);
const cards = someCards();
const { newKey, openidOf, patron, bind, guess } = cards;
let { as } = cards;
beforeEach(() => {
  ({ as } = cards);
});

const minute = 60_000;
/** Wrong tries at a card, each from another WeChat. */
const guessAt = async (card: string, times: number) => {
  for (let stranger = 0; stranger < times; stranger += 1)
    expect(told(await guess(openidOf(`stranger${stranger}`), card))).toBe('wrong-details');
};

describe('guessing', () => {
  test('after five wrong tries a card waits, longer and longer, and then lets its patron in again', async () => {
    const card = await patron();
    await guessAt(card, 5);
    for (const wait of [1, 5, 30, 1440, 1440]) {
      const until = cards.clock + wait * minute;
      const waiting = { reasons: [{ code: 'too-many-tries', until }] };
      expect(await bind(openidOf(`early${until}`), card)).toMatchObject(waiting);
      cards.clock = until - 1;
      expect(await bind(openidOf(`early${until}`), card)).toMatchObject(waiting);
      cards.clock = until;
      expect(told(await guess(openidOf(`again${until}`), card))).toBe('wrong-details');
    }
    cards.clock += 1440 * minute;
    expect(told(await bind(openidOf('patient'), card))).toBe('ok');
    await guessAt(card, 5);
  });

  test('an unknown card waits as a known one does', async () => {
    await guessAt('1999000002', 5);
    expect(await guess(openidOf('sixth'), '1999000002')).toMatchObject({
      reasons: [{ code: 'too-many-tries', until: cards.clock + minute }],
    });
  });

  test('a WeChat waits whatever cards it tried, and its own card does not buy it new tries', async () => {
    const openid = openidOf('guesser');
    for (let times = 0; times < 4; times += 1) {
      expect(told(await guess(openid, await patron()))).toBe('wrong-details');
      const own = await patron();
      expect(told(await bind(openid, own))).toBe('ok');
      await as(openid)('unbindCard', { requestKey: newKey() });
    }
    expect(told(await guess(openid, await patron()))).toBe('wrong-details');
    expect(told(await bind(openid, await patron()))).toBe('too-many-tries');
  });

  test('waits of a card do not touch the phone that has it', async () => {
    const card = await patron();
    const owner = openidOf('owner');
    await bind(owner, card);
    await guessAt(card, 5);
    expect(told(await bind(openidOf('other'), card))).toBe('too-many-tries');
    expect(await as(owner)('session')).toMatchObject({ value: { card: { standing: 'active' } } });
    expect(told(await bind(owner, card))).toBe('ok');
  });

  test('who made a wrong try is named by no line of the audit log after asking to be deleted; the line stays', async () => {
    const card = await patron();
    await guessAt(card, 2);
    const [guesser, other] = [openidOf('stranger0'), openidOf('stranger1')];
    const triedBy = async (openid: string) =>
      (await cards.all('audit')).filter(({ actor }) => JSON.stringify(actor).includes(`"${openid}"`)).length;
    const lines = (await cards.all('audit')).length;
    expect(await triedBy(guesser)).toBe(1);
    expect(told(await as(guesser)('deleteData', { requestKey: newKey() }))).toBe('ok');
    expect([await triedBy(guesser), await triedBy(other)]).toEqual([0, 1]);
    expect((await cards.all('audit')).length).toBeGreaterThanOrEqual(lines);
  });

  test('twenty tries at once are five tries', async () => {
    const card = await patron();
    const tries = Array.from({ length: 20 }, (_, at) => guess(openidOf(`crowd${at}`), card));
    const codes = (await Promise.all(tries)).map(told);
    expect(codes.filter((code) => code === 'wrong-details')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(15);
  });
});
