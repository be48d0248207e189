import type { FakeFiles } from '../support/fake-files';
import type { SomeLibrary } from '../support/some-library';
import { cards, owners, phones, type Owner } from './askers';
import { codes, inviter, thingOf, unbound } from './things';

const limits = { loanLimit: 9, holdLimit: 9, membershipDays: 365, renewalOpensDays: 30 };
/** Of the patrons, who prolong it at once; and of those who apply. */
const reader = {
  ...limits,
  name: '读者',
  kind: 'online',
  renewal: 'at-once',
  rights: ['borrow', 'hold'],
};
const outside = { ...reader, name: '校外会员', renewal: 'by-application', proof: null };

const standing = { suspended: { status: 'suspended' }, expired: { endsOn: '2026-03-19' } };

/** What every application here tells. */
const told = {
  category: 'outside',
  name: '周敏',
  phone: '13800000000',
  birthYear: 1990,
  guardian: null,
  consentVersion: 1,
  isRenewal: false,
  decisions: [],
} as const;

/** An application of the librarian's own that was approved, and whose card nobody has bound. */
const addGranted = async (home: SomeLibrary): Promise<void> => {
  const [applicationId, openid, at] = ['application-granted', phones.librarian, home.now()];
  await home.put('applicants', {
    _id: openid,
    pseudonym: 'p-librarian',
    folder: `folder-${openid}`,
    newestApplication: applicationId,
    files: [],
    parts: [],
    doneRequests: [],
    nextRemovalAt: null,
  });
  await home.put('applications', {
    ...told,
    _id: applicationId,
    openid,
    state: 'approved',
    revision: 2,
    steps: [{ state: 'approved', at, reason: null }],
    proofs: [],
    card: unbound.cardNumber,
    submittedAt: at,
    decidedAt: at,
    endsOn: '2027-03-20',
  });
};

/** An application that waits for staff, with its proof. */
const addApplication = async (home: SomeLibrary, files: FakeFiles, owner: Owner): Promise<void> => {
  const [applicationId, proofId] = [thingOf('application', owner), thingOf('proof', owner)];
  const openid = phones[owner];
  const path = `proofs/${proofId}.jpg`;
  const fileId = await files.save(path, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
  const proof = { proofId, kind: 'jpeg', bytes: 4, fileId };
  await home.put('applicants', {
    _id: openid,
    pseudonym: owner === 'visitor' ? 'p-visitor' : `p-${cards[owner]}`,
    folder: `folder-${openid}`,
    newestApplication: applicationId,
    files: [{ ...proof, path, removeAfter: null, applicationId }],
    parts: [],
    doneRequests: [],
    nextRemovalAt: null,
  });
  const consent = { isGiven: true, version: 1, at: home.now() };
  await home.put('consents', { _id: openid, given: { 'online-membership': consent }, doneRequests: [] });
  await home.put('applications', {
    ...told,
    _id: applicationId,
    openid,
    state: 'submitted',
    revision: 1,
    steps: [{ state: 'submitted', at: home.now(), reason: null }],
    proofs: [proof],
    card: null,
    submittedAt: home.now(),
    decidedAt: null,
    endsOn: null,
  });
};

/** WeChats that have been here too: they are known, and have none of what the others have. */
const addApplicants = async (home: SomeLibrary): Promise<void> => {
  const none = { newestApplication: null, files: [], parts: [], doneRequests: [], nextRemovalAt: null };
  for (const openid of Object.values(phones))
    await home.put('applicants', {
      _id: openid,
      pseudonym: `p-${openid.slice(2)}`,
      folder: `folder-${openid}`,
      ...none,
    });
};

/** Categories, applications with their proofs, a card that nobody has bound, and codes that wait to be entered. */
export const furnishMembership = async (home: SomeLibrary, files: FakeFiles): Promise<void> => {
  await home.put('patron_categories', { _id: 'reader', ...reader });
  await home.put('patron_categories', { _id: 'outside', ...outside });
  for (const [asker, card] of Object.entries(cards))
    await home.patron(card, {
      category: 'reader',
      endsOn: '2026-04-10',
      ...standing[asker as keyof typeof standing],
    });
  await addApplicants(home);
  for (const owner of owners) await addApplication(home, files, owner);
  await addGranted(home);
  const { cardNumber, name, pin } = unbound;
  await home.put('patrons', { _id: cardNumber, name, category: 'reader', initialPin: pin });
  await home.put('patrons', { _id: inviter, name: '沈远', category: 'reader' });
  await home.put('staff_codes', { _id: codes.staff, role: 'librarian' });
  await home.put('family_invitations', {
    _id: codes.family,
    card: inviter,
    pseudonym: `p-${inviter}`,
    whose: 'mine',
    right: 'see',
    endsOn: '2026-12-31',
    requestKey: 'request-0',
    until: home.now().getTime() + 3_600_000,
  });
};
