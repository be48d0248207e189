import {
  mostPartBytes,
  mostProofBytes,
  mostProofs,
} from '../../cloudfunctions/membership/domain/applications/proof';
import { emptyTexts } from '../../miniprogram/stores/membership/application-draft';
import { ApplicationForm } from '../../miniprogram/stores/membership/application-form';
import { faultAtStep } from '../../miniprogram/stores/membership/application-faults';
import { ProofList, proofLimits } from '../../miniprogram/stores/membership/proof-list';
import { RemoteValue } from '../../miniprogram/stores/remote-value';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const offer = {
  category: 'alumni',
  name: '校友会员',
  membershipDays: 365,
  loanLimit: 5,
  holdLimit: 2,
  rights: ['borrow'],
  proof: '校友卡',
};
const photo = { path: 'photo.jpg', bytes: 1_200_000, isPicture: true };
const sent = { proofId: 'p1', kind: 'jpeg', bytes: photo.bytes } as const;

async function openForm(storage = fakeStorage(), chosen = [photo]) {
  const { call, calls } = fakeCall();
  const seen = new SeenReplies(storage, () => 0);
  let made = 0;
  const newId = (): string => `p${(made += 1)}`;
  const files = {
    choosePhotos: () => Promise.resolve(chosen),
    chooseDocuments: () => Promise.resolve([]),
    readPart: (_: string, position: number, length: number) => Promise.resolve(`${position}+${length}`),
  };
  const offers = new RemoteValue(
    { call, seen },
    { name: 'membership.onlineCategories', input: {}, key: 'o' },
  );
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const form = new ApplicationForm({ call, keys, storage }, offers, new ProofList({ call, files, newId }));
  void offers.load();
  await calls[0]?.answer({ categories: [offer], consentVersion: 3 });
  const of = (action: string) => calls.filter(({ name }) => name === `membership.${action}`);
  return { form, of, storage };
}

type Open = Awaited<ReturnType<typeof openForm>>;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
};

function fill({ form }: Open): void {
  form.chooseCategory('alumni');
  form.type('name', ' 林晚舟 ');
  form.type('phone', '138 0013 8000');
  form.type('birthYear', '1995');
}

async function reachTheEnd(open: Open): Promise<void> {
  fill(open);
  open.form.next();
  open.form.proofs.start([sent]);
  open.form.next();
  open.form.consent(true);
  await settle();
}

describe('a step', () => {
  const complete = {
    offer,
    texts: { ...emptyTexts, name: '林', phone: '13800138000', birthYear: '1995' },
    phoneCode: null,
    isMinor: false,
    hasConsent: true,
    proofs: { isSending: false, sentIds: ['p1'] },
  };
  const typed = (texts: object) => ({ ...complete, texts: { ...complete.texts, ...texts } });

  test.each([
    ['complete', 1, complete, null],
    ['no kind chosen', 1, { ...complete, offer: null }, 'category'],
    ['no name', 1, typed({ name: ' ' }), 'name'],
    ['a phone number that is none', 1, typed({ phone: '138' }), 'phone'],
    ['full-width digits', 1, typed({ phone: '１３８００１３８０００', birthYear: '１９９５' }), null],
    ['a code of WeChat in its place', 1, { ...typed({ phone: '' }), phoneCode: 'code' }, null],
    ['half a year', 1, typed({ birthYear: '95' }), 'birthYear'],
    ['a minor without a guardian', 1, { ...complete, isMinor: true }, 'guardianName'],
    ['a guardian without a phone', 1, { ...typed({ guardianName: '母' }), isMinor: true }, 'guardianPhone'],
    ['a proof on its way', 2, { ...complete, proofs: { isSending: true, sentIds: ['p1'] } }, 'sending'],
    ['no proof', 2, { ...complete, proofs: { isSending: false, sentIds: [] } }, 'proof'],
    [
      'no proof where none is wanted',
      2,
      { ...complete, offer: { proof: null }, proofs: { isSending: false, sentIds: [] } },
      null,
    ],
    ['no consent', 3, { ...complete, hasConsent: false }, 'consent'],
  ] as const)('%s', (_, step, filled, fault) => {
    expect(faultAtStep(step, filled)).toBe(fault);
  });
});

test('what is sent is tidy, with the version of the words that were shown', async () => {
  const open = await openForm();
  await reachTheEnd(open);
  void open.form.send();
  expect(open.of('apply')[0]?.input).toEqual({
    category: 'alumni',
    name: '林晚舟',
    phone: { number: '138 0013 8000' },
    birthYear: 1995,
    guardian: null,
    proofIds: ['p1'],
    consentVersion: 3,
    requestKey: expect.any(String) as string,
  });
});

test('a try without an answer keeps its key, a refused one gets another', async () => {
  const open = await openForm();
  await reachTheEnd(open);
  const keys: unknown[] = [];
  for (const code of ['unavailable', 'has-card', 'has-card']) {
    void open.form.send();
    const sending = open.of('apply').at(-1);
    keys.push(sending?.input['requestKey']);
    await sending?.refuse(code);
  }
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test.each([
  ['guardian-needed', 1, { isMinor: true }],
  ['proof-needed', 2, {}],
  ['consent-needed', 3, { hasConsent: false }],
  ['phone-not-given', 1, { phoneCode: null }],
  ['open-application', 3, {}],
])('%s leads to the step that mends it', async (code, step, changes) => {
  const open = await openForm();
  await reachTheEnd(open);
  void open.form.send();
  await open.of('apply')[0]?.refuse(code);
  expect(open.form).toMatchObject({ step, failure: code, ...changes });
});

test('what was filled in is there on the next visit, and gone once it was sent', async () => {
  const open = await openForm();
  await reachTheEnd(open);
  open.form.keep();
  const again = await openForm(open.storage);
  expect(again.form.resume()).toBe(true);
  expect(again.form).toMatchObject({ category: 'alumni', hasConsent: false, phoneCode: null });
  expect(again.form.proofs.sentIds).toEqual(['p1']);
  void open.form.send();
  await open.of('apply')[0]?.answer({ application: {} });
  expect((await openForm(open.storage)).form.resume()).toBe(false);
});

test('a correction begins with the application and is sent to it', async () => {
  const open = await openForm();
  open.form.correct({
    applicationId: 'a1',
    state: 'refused',
    revision: 2,
    category: 'alumni',
    categoryName: '校友会员',
    name: '林晚舟',
    phone: '13800138000',
    birthYear: 2015,
    guardian: { name: '林母', phone: '13900139000' },
    proofs: [sent],
    steps: [],
    isRenewal: false,
    submittedAt: 0,
    maskedCard: null,
    endsOn: null,
  });
  open.form.next();
  open.form.next();
  open.form.consent(true);
  void open.form.send();
  expect(open.of('correctApplication')[0]?.input).toMatchObject({
    applicationId: 'a1',
    guardian: { name: '林母', phone: '13900139000' },
    proofIds: ['p1'],
  });
});

describe('a proof', () => {
  test('is sent in parts as soon as it was chosen', async () => {
    const { form, of } = await openForm();
    void form.proofs.choose('photos');
    await settle();
    await of('uploadProof')[0]?.answer({ proof: null });
    await settle();
    expect(form.proofs.items[0]).toMatchObject({ state: 'sending', percent: 33 });
    await of('uploadProof')[1]?.answer({ proof: null });
    await settle();
    await of('uploadProof')[2]?.answer({ proof: sent });
    await settle();
    expect(of('uploadProof').map(({ input }) => [input['part'], input['parts'], input['content']])).toEqual([
      [0, 3, '0+524288'],
      [1, 3, '524288+524288'],
      [2, 3, '1048576+151424'],
    ]);
    expect([form.proofs.items[0]?.state, form.proofs.sentIds]).toEqual(['sent', ['p1']]);
  });

  test('of more than 5 MB is not sent at all, and trying again would not help', async () => {
    const { form, of } = await openForm(fakeStorage(), [{ ...photo, bytes: 6_000_000 }]);
    await form.proofs.choose('photos');
    await form.proofs.retry('p1');
    expect(form.proofs.items[0]).toMatchObject({ state: 'failed', failure: 'proof-too-large' });
    expect(of('uploadProof')).toEqual([]);
  });

  test('that did not get through is sent again under the same id', async () => {
    const { form, of } = await openForm(fakeStorage(), [{ ...photo, bytes: 10 }]);
    void form.proofs.choose('photos');
    await settle();
    await of('uploadProof')[0]?.refuse('unavailable');
    await settle();
    void form.proofs.retry('p1');
    await settle();
    await of('uploadProof')[1]?.answer({ proof: { ...sent, bytes: 10 } });
    await settle();
    expect(of('uploadProof').map(({ input }) => input['proofId'])).toEqual(['p1', 'p1']);
    expect(form.proofs.sentIds).toEqual(['p1']);
  });

  test('that was removed on its way is sent no further', async () => {
    const { form, of } = await openForm();
    void form.proofs.choose('photos');
    await settle();
    form.proofs.remove('p1');
    await of('uploadProof')[0]?.answer({ proof: null });
    await settle();
    expect(of('uploadProof')).toHaveLength(1);
    expect(form.proofs.items).toEqual([]);
  });

  test('no more are chosen than the library takes', async () => {
    const many = Array.from({ length: 9 }, () => ({ ...photo, bytes: 9_000_000 }));
    const { form } = await openForm(fakeStorage(), many);
    await form.proofs.choose('photos');
    expect([form.proofs.items.length, form.proofs.room]).toEqual([4, 0]);
  });

  test('is limited on the phone as in the library', () => {
    expect([proofLimits.mostBytes, proofLimits.most]).toEqual([mostProofBytes, mostProofs]);
    expect(proofLimits.partBytes).toBeLessThanOrEqual(mostPartBytes);
  });
});
