import { Privacy } from '../../miniprogram/stores/membership/privacy';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeTakenFiles } from '../support/fake-taken-files';
import { fakeStorage } from '../support/fake-storage';

const consent = { kind: 'recommendations', isGiven: false, version: 1, currentVersion: 2, at: 0 };

function openPrivacy() {
  const { call, calls } = fakeCall();
  const forgetEverything = jest.fn();
  let made = 0;
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const seen = new SeenReplies(fakeStorage(), () => 0);
  return {
    privacy: new Privacy({ call, seen, keys, files: fakeTakenFiles(), forgetEverything }),
    calls,
    forgetEverything,
  };
}

async function withConsents() {
  const open = openPrivacy();
  void open.privacy.consents.load();
  await open.calls[0]?.answer({ consents: [consent] });
  return open;
}

test('a consent is given to the words as they are now', async () => {
  const { privacy, calls } = await withConsents();
  void privacy.setConsent('recommendations', true);
  expect(calls[1]?.input).toMatchObject({ kind: 'recommendations', isGiven: true, version: 2 });
  await calls[1]?.answer({ consents: [{ ...consent, isGiven: true, version: 2 }] });
  expect(privacy.consents.value?.consents[0]?.isGiven).toBe(true);
});

test('where the words have changed since, the new ones are fetched', async () => {
  const { privacy, calls } = await withConsents();
  void privacy.setConsent('recommendations', true);
  await calls[1]?.refuse('words-changed');
  expect([privacy.failure?.code, calls[2]?.name]).toEqual(['words-changed', 'membership.consents']);
});

test('deleting empties the phone too, but only once the library has done it', async () => {
  const { privacy, calls, forgetEverything } = openPrivacy();
  void privacy.delete();
  await calls[0]?.refuse('unavailable');
  expect(forgetEverything).not.toHaveBeenCalled();
  void privacy.delete();
  expect(calls[1]?.input['requestKey']).toBe(calls[0]?.input['requestKey']);
  await calls[1]?.answer({ deleted: [], kept: [] });
  expect([privacy.deleted, forgetEverything.mock.calls.length]).toEqual([{ deleted: [], kept: [] }, 1]);
});

test('an export is readable JSON', async () => {
  const { privacy, calls } = openPrivacy();
  const exported = privacy.export();
  await calls[0]?.answer({ exportedAt: 1, data: { loans: [{ title: '书' }] }, isShortened: true });
  const { text = '', isShortened } = (await exported) ?? {};
  expect([JSON.parse(text), isShortened]).toEqual([
    { exportedAt: 1, data: { loans: [{ title: '书' }] }, isShortened: true },
    true,
  ]);
});
