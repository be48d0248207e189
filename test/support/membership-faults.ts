import type { MemoryDatabase } from './memory-database';
import { keptIn } from './membership-desk';

type Kept = Readonly<Record<string, unknown>>;
type Application = {
  readonly _id: string;
  readonly openid: string;
  readonly state: string;
  readonly card: string | null;
  readonly isRenewal: boolean;
  readonly revision: number;
  readonly steps: readonly unknown[];
  readonly proofs: readonly { readonly proofId: string }[];
};
type Applicant = {
  readonly _id: string;
  readonly newestApplication: string | null;
  readonly files: readonly {
    readonly proofId: string;
    readonly applicationId: string | null;
    readonly removeAfter: Date | null;
  }[];
};

/**
 * What must hold of applications and the cards that came of them, whatever was cut off: a card for each approval and no
 * other, bound, told and noted; proofs stay for as long as an application waits, and no longer than is known.
 */
export const membershipFaults = async (memory: MemoryDatabase, prefix: string): Promise<string[]> => {
  const { found } = keptIn(memory);
  const all = async <T>(collection: string): Promise<readonly T[]> =>
    ((await memory.database.collection(collection).limit(1000).get()) as unknown as { data: T[] }).data;
  const applications = await all<Application>('applications');
  const applicants = new Map((await all<Applicant>('applicants')).map((one) => [one._id, one]));
  const patrons = new Set((await all<Kept>('patrons')).map(({ _id }) => String(_id)));
  const audit = await found('audit', { action: 'membership.decideApplication' });
  const messages = await all<Kept>('messages');
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const issued = new Set<string>();
  for (const { _id, openid, state, card, isRenewal, revision, steps, proofs } of applications) {
    check(revision === steps.length, `${_id}: its steps are not its revisions`);
    check(
      (state === 'approved') === (card !== null) || isRenewal,
      `${_id}: a card without approval, or the other way`,
    );
    check(card === null || patrons.has(card), `${_id}: its card has no patron`);
    check(card === null || isRenewal || !issued.has(card), `${_id}: its card was issued twice`);
    if (card !== null) issued.add(card);
    const lines = audit.filter(({ target, result }) => target === _id && result === state);
    const isDecided = state === 'approved' || state === 'refused';
    check(!isDecided || lines.length > 0, `${_id}: nobody is noted to have decided it`);
    const told = messages.some((message) => message['_id'] === `application-${_id}-${revision}`);
    check(!isDecided || told, `${_id}: nobody was told`);
    const files = applicants.get(openid)?.files ?? [];
    for (const { proofId } of proofs) {
      const file = files.find((one) => one.proofId === proofId);
      check(file?.applicationId === _id, `${_id}: a proof that is nowhere kept`);
      check(state !== 'submitted' || file?.removeAfter === null, `${_id}: a proof that goes too early`);
      check(state === 'submitted' || file?.removeAfter !== null, `${_id}: a proof that never goes`);
    }
    check(applicants.has(openid), `${_id}: its applicant is gone`);
  }
  for (const card of patrons)
    check(!card.startsWith(prefix) || issued.has(card), `${card}: a card that nobody applied for`);
  return faults;
};
