import {
  goesWithPerson,
  type NamedBy,
  type Person,
  type PersonalKeeper,
  type PersonalRule,
} from '../../kernel/personal-data';
import { cloudPersonalKeeper } from '../../kernel/wechat/cloud-personal-data';
import type { Database } from '../../kernel/wechat/wx-cloud';

const byCard: readonly NamedBy[] = [{ field: '_id', by: 'card' }];
const byOpenid: readonly NamedBy[] = [{ field: '_id', by: 'openid' }];

/** The binding and the WeChat come last: until then the same person can ask again, whatever cut the first time off. */
export const membershipPersonalRules: readonly PersonalRule[] = [
  {
    ...goesWithPerson,
    collection: 'applications',
    namedBy: [{ field: 'openid', by: 'openid' }],
    withheld: ['decisions', 'proofs.fileId'],
  },
  {
    ...goesWithPerson,
    collection: 'applicants',
    namedBy: byOpenid,
    withheld: ['folder', 'files', 'parts', 'doneRequests'],
  },
  { ...goesWithPerson, collection: 'consents', namedBy: byOpenid, withheld: ['doneRequests'] },
  {
    collection: 'patrons',
    namedBy: byCard,
    withheld: ['initialPin'],
    staying: 'everything',
    reason: 'library-record',
  },
  {
    collection: 'card_secrets',
    namedBy: byCard,
    withheld: ['salt', 'hash'],
    staying: 'everything',
    reason: 'library-record',
  },
  {
    collection: 'guess_counters',
    namedBy: [
      { field: '_id', by: 'card', prefix: 'card:' },
      { field: '_id', by: 'openid', prefix: 'openid:' },
    ],
    withheld: [],
    staying: 'everything',
    reason: 'guessing',
  },
  {
    ...goesWithPerson,
    collection: 'family_links',
    namedBy: [
      { field: 'card', by: 'card' },
      { field: 'by', by: 'card' },
    ],
    withheld: ['card', 'by', 'pseudonym'],
  },
  {
    ...goesWithPerson,
    collection: 'family_invitations',
    namedBy: [{ field: 'card', by: 'card' }],
    withheld: ['pseudonym'],
  },
  {
    ...goesWithPerson,
    collection: 'desk_codes',
    namedBy: [{ field: 'card', by: 'card' }],
    withheld: ['staff'],
  },
  {
    collection: 'staff',
    namedBy: byOpenid,
    withheld: ['doneRequests'],
    staying: 'everything',
    reason: 'staff-record',
  },
  {
    collection: 'staff_codes',
    namedBy: [{ field: 'by', by: 'openid' }],
    withheld: ['_id'],
    staying: 'everything',
    reason: 'staff-record',
  },
  {
    collection: 'audit',
    namedBy: [{ field: 'patron', by: 'pseudonym' }],
    withheld: ['actor'],
    staying: 'everything',
    reason: 'anonymous',
  },
  { ...goesWithPerson, collection: 'pseudonyms', namedBy: byCard },
  { ...goesWithPerson, collection: 'card_bindings', namedBy: [{ field: 'openid', by: 'openid' }] },
  { ...goesWithPerson, collection: 'wechat_accounts', namedBy: byOpenid, withheld: ['doneRequests'] },
];

/** What was tried before a card was bound names its WeChat: that the try was made stays, whose it was goes. */
const forgetVisitor = async (database: Database, { openid }: Person): Promise<void> => {
  const tries = database.collection('audit').where({ 'actor.openid': openid, 'actor.kind': 'visitor' });
  await tries.update({ data: { 'actor.openid': '' } });
};

/** What membership keeps of persons. */
export const personalMembership = (database: Database): PersonalKeeper => {
  const keeper = cloudPersonalKeeper(database, membershipPersonalRules);
  return {
    ...keeper,
    erase: async (person) => {
      await forgetVisitor(database, person);
      return keeper.erase(person);
    },
  };
};

/** Takes a card that the library gave out off its lists: the patron and the PIN. */
export const endMembership =
  (database: Database) =>
  async ({ card }: Person): Promise<void> => {
    if (card === null) return;
    await database.collection('card_secrets').where({ _id: card }).remove();
    await database.collection('patrons').where({ _id: card }).remove();
  };
