import { BecomingStaff } from '../../miniprogram/stores/staff/becoming-staff';
import { RemoteValue } from '../../miniprogram/stores/remote-value';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { Session } from '../../miniprogram/stores/session';
import { StaffMembers } from '../../miniprogram/stores/staff/staff-members';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const admin = { staffId: 's1', name: '秦越', role: 'admin', isSelf: true };
const other = { staffId: 's2', name: null, role: 'librarian', isSelf: false };

function open() {
  const { call, calls } = fakeCall();
  const storage = fakeStorage();
  const seen = new SeenReplies(storage, () => 0);
  const session = new Session({ call, storage, mine: seen });
  const keys = new RequestKeys(() => 'key');
  const list = new RemoteValue({ call, seen }, { name: 'membership.staffMembers', input: {}, key: 'staff' });
  const members = new StaffMembers({ call, keys }, list);
  return { calls, session, members, becoming: new BecomingStaff({ call, keys, session }) };
}

test('a code makes nobody staff without the code and a name', async () => {
  const { becoming, calls } = open();
  await becoming.become();
  expect(becoming.fault).toBe('code');
  becoming.type('code', ' ABCD ');
  await becoming.become();
  expect([becoming.fault, calls.length]).toEqual(['name', 0]);
});

test('who becomes staff is staff to the session too, and the code is gone', async () => {
  const { becoming, calls, session } = open();
  becoming.type('code', ' ABCD ');
  becoming.type('name', '苏岚');
  const done = becoming.become();
  expect(calls[0]?.input).toMatchObject({ code: 'ABCD', name: '苏岚' });
  await calls[0]?.answer({ role: 'librarian' });
  await calls[1]?.answer({ card: null, signedOut: null, role: 'librarian' });
  expect([await done, session.isStaff, becoming.code]).toEqual(['librarian', true, '']);
});

test('a wrong code stays to be mended', async () => {
  const { becoming, calls } = open();
  becoming.type('code', 'ABCD');
  becoming.type('name', '苏岚');
  void becoming.become();
  await calls[0]?.refuse('wrong-code');
  expect([becoming.becoming.failure, becoming.code]).toEqual(['wrong-code', 'ABCD']);
});

test('an admin invites, and sees the list anew once somebody is removed', async () => {
  const { members, calls } = open();
  void members.list.load();
  await calls[0]?.answer({ members: [admin, other] });
  void members.invite('librarian');
  await calls[1]?.answer({ code: 'ABCDEFGH23456789', until: 86_400_000 });
  expect(members.invitation?.code).toBe('ABCDEFGH23456789');
  members.typeReason(' 调离 ');
  const removed = members.remove('s2');
  expect(calls[2]?.input).toMatchObject({ staffId: 's2', reason: '调离' });
  await calls[2]?.answer({});
  await calls[3]?.answer({ members: [admin] });
  expect([await removed, members.list.value?.members.length, members.reason]).toEqual([true, 1, '']);
});

test('the last admin stays, and the reason with it', async () => {
  const { members, calls } = open();
  members.typeReason('调离');
  const removed = members.remove('s1');
  await calls[0]?.refuse('last-admin');
  expect([await removed, members.removing.failure, members.reason]).toEqual([false, 'last-admin', '调离']);
});
