import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Output, Parsed } from '../../../kernel/contract';
import type { Holding, Person, PersonalKeeper } from '../../../kernel/personal-data';
import { once, withAnswer } from '../../../kernel/request-keys';
import { ok } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { ApplicationReads, FileStore, ReadCategories } from '../../ports/applications';
import type { ReadPatron } from '../../ports/digital-card';
import type { privacyActions } from '../../contract/privacy';
import type { Audit, ClearCard } from '../../ports/binding';
import type { DeletionRequests, PersonOf } from '../../ports/privacy';
import { removeStored } from '../applications/remove-stored';
import { lineOfPerson } from './line-of-person';

type Delete = typeof privacyActions.deleteData;
type Needs = {
  readonly personOf: PersonOf;
  /** What other contexts keep, and what membership keeps: the binding too, which goes last. */
  readonly others: readonly PersonalKeeper[];
  readonly own: PersonalKeeper;
  readonly requests: DeletionRequests;
  readonly reads: Pick<ApplicationReads, 'applicant'>;
  readonly files: FileStore;
  readonly patron: ReadPatron;
  readonly categories: ReadCategories;
  /** As for a card that is unbound: whoever had a link with it is told that it ended. */
  readonly clearCard: ClearCard;
  readonly endMembership: (person: Person) => Promise<void>;
  readonly audit: Audit;
  readonly now: Clock;
};

/** While one of these stays, the library still has to do with the person. */
const unsettled = new Set<Holding['reason']>([
  'open-loans',
  'open-holds',
  'unpaid-fines',
  'borrowing-suspended',
  'record-damaged',
]);

const removeFiles = async ({ reads, files }: Needs, { openid }: Person): Promise<void> => {
  const applicant = await reads.applicant(openid);
  await removeStored(files, [...(applicant?.files ?? []), ...(applicant?.parts ?? [])]);
};

/**
 * Whether the library has the person's record only because of an application: then it goes with the last loan. One that
 * staff have suspended stays, or deleting and applying again would lift that.
 */
const isOwnMember = async ({ patron, categories }: Needs, { card }: Person): Promise<boolean> => {
  const found = card === null ? null : await patron(card);
  const category = (await categories()).find((one) => one.category === found?.category);
  return category?.kind === 'online' && found?.status === 'active';
};

const each = <T>(
  keepers: readonly PersonalKeeper[],
  ask: (keeper: PersonalKeeper) => Promise<T>,
): Promise<T[]> => Promise.all(keepers.map(ask));

const eraseAll = async (
  needs: Needs,
  person: Person,
  requestKey: string,
  at: Date,
): Promise<Output<Delete>> => {
  const isMember = await isOwnMember(needs, person);
  await removeFiles(needs, person);
  const line = lineOfPerson(person, { action: 'membership.deleteData', requestKey, at });
  if (line !== null) await needs.audit(line);
  const own = await needs.own.holdings(person);
  if (person.card !== null) await needs.clearCard(person.card);
  const erased = (await each(needs.others, (keeper) => keeper.erase(person))).flat();
  const left = (await each(needs.others, (keeper) => keeper.holdings(person))).flat();
  const isSettled = !left.some(({ count, reason }) => count > 0 && unsettled.has(reason));
  if (isMember && isSettled) await needs.endMembership(person);
  await needs.own.erase(person);
  const kept = [...left, ...(await needs.own.holdings(person))].filter(({ count }) => count > 0);
  const deleted = [...erased, ...own].flatMap(({ collection, count }) => {
    const stays = kept.find((one) => one.collection === collection)?.count ?? 0;
    return count > stays ? { collection, count: count - stays } : [];
  });
  return { deleted, kept };
};

/**
 * Deletes what the library keeps of the caller, as far as it may go, and says what stays and why. A run that is cut off
 * is taken up by asking again: what leads to the person goes last. Source: identity and privacy, 18.
 */
export const deleteData =
  (needs: Needs) =>
  async ({ openid }: Caller, { requestKey }: Parsed<Delete>): Promise<Answer<Delete>> => {
    const at = needs.now();
    const done = await needs.requests.known(openid);
    const asked = { key: requestKey, request: 'deleteData', done, at };
    return once(asked, async (): Promise<Answer<Delete>> => {
      const answer = await eraseAll(needs, await needs.personOf(openid), requestKey, at);
      await needs.requests.remember(openid, withAnswer({ ...asked, done: [] }, answer));
      return ok(answer);
    });
  };
