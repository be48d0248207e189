import { patronCall } from '../../miniprogram/stores/patron-call';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { Session } from '../../miniprogram/stores/session';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const card = {
  maskedCard: '10****0417',
  name: '陈知远',
  category: 'undergraduate',
  categoryName: '本科生',
  endsOn: '2027-06-30',
  standing: 'active' as const,
  boundOn: '2026-05-20',
};
const bound = { card, signedOut: null, role: null };
const replaced = { card: null, signedOut: 'replaced', role: null };
const unbound = { card: null, signedOut: null, role: null };

function open(storage = fakeStorage()) {
  const { call, calls } = fakeCall();
  const mine = new SeenReplies(storage, () => 1_000, 60, 'mine');
  const session = new Session({ call, mine, storage });
  return { session, mine, storage, calls, patron: patronCall(call, session) };
}

describe('who this WeChat is', () => {
  test.each([
    ['a bound card', bound, 'bound'],
    ['no card', unbound, 'unbound'],
    ['a card that another WeChat took over', replaced, 'unbound'],
  ])('%s', async (_, reply, status) => {
    const { session, calls } = open();
    void session.load();
    expect(session.status).toBe('loading');
    await calls[0]?.answer(reply);
    expect(session.status).toBe(status);
  });

  test('not known while the library cannot be reached; known offline from last time', async () => {
    const first = open();
    void first.session.load();
    await first.calls[0]?.refuse('unavailable');
    expect(first.session.status).toBe('failed');
    void first.session.load();
    await first.calls[1]?.answer(bound);
    const offline = open(first.storage);
    void offline.session.load();
    await offline.calls[0]?.refuse('unavailable');
    expect([offline.session.status, offline.session.card?.name]).toEqual(['bound', '陈知远']);
  });

  test('what the first answer tells is no change: what was asked beside it keeps its answer', async () => {
    const { session, calls, patron } = open();
    void session.load();
    const loans = patron('circulation.loans', {});
    await calls[0]?.answer(bound);
    await calls[1]?.answer({ loans: [] });
    expect(await loans).toMatchObject({ ok: true });
  });
});

describe('when the card goes', () => {
  test.each([
    ['unbound here', (session: Session) => session.cardGone(null)],
    ['another card is bound', (session: Session) => session.cardBound({ ...card, maskedCard: '20****1' })],
  ])('%s: nothing that was kept of it stays on the phone', async (_, change) => {
    const { session, mine, storage, calls } = open();
    void session.load();
    await calls[0]?.answer(bound);
    mine.remember('loans', { loans: ['a secret'] });
    change(session);
    expect([...storage.entries.values()].join()).not.toContain('a secret');
    expect(mine.recall('loans')).toBeNull();
  });

  test('an answer for the card before is kept from whoever asked', async () => {
    const { session, calls, patron } = open();
    void session.load();
    await calls[0]?.answer(bound);
    const loans = patron('circulation.loans', {});
    session.cardGone(null);
    await calls[1]?.answer({ loans: [] });
    expect(await loans).toMatchObject({ ok: false, reasons: [{ code: 'not-bound' }] });
  });

  test('any answer may tell that it is not bound', async () => {
    const { session, calls, patron } = open();
    void session.load();
    await calls[0]?.answer(bound);
    void patron('circulation.loans', {});
    await calls[1]?.refuse('not-bound');
    expect([session.status, session.isReplaced, session.hasNews]).toEqual(['unbound', false, false]);
  });
});

describe('a card that another WeChat took over', () => {
  test('is told once, and again only after the next time', async () => {
    const { session, calls, storage } = open();
    void session.load();
    await calls[0]?.answer(replaced);
    expect([session.isReplaced, session.hasNews]).toEqual([true, true]);
    session.heardNews();
    const later = open(storage);
    void later.session.load();
    await later.calls[0]?.answer(replaced);
    expect([later.session.isReplaced, later.session.hasNews]).toEqual([true, false]);
    later.session.cardBound(card);
    later.session.cardGone('replaced');
    expect(later.session.hasNews).toBe(true);
  });
});
