import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Output, Parsed } from '../../../kernel/contract';
import { libraryDay, type Day } from '../../../kernel/library-day';
import { once, type DoneRequest } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type {
  ApplicationReads,
  ApplicationRecords,
  ReadCategories,
  TakeCardNumber,
  WithApplications,
} from '../../ports/applications';
import type { decisionActions } from '../../contract/decisions';
import { decidedUntil, releaseProofs, type Applicant } from '../../domain/applications/applicant';
import { mayBe, stepTo, type Application } from '../../domain/applications/application';
import { isOpenToApplicants, type PatronCategory } from '../../domain/patrons/patron-category';
import { giveMembership } from './give-membership';

type Decide = typeof decisionActions.decideApplication;
type Needs = {
  readonly withApplications: WithApplications;
  readonly reads: ApplicationReads;
  readonly takeCardNumber: TakeCardNumber;
  readonly categories: ReadCategories;
  readonly now: Clock;
};
type Decision = {
  readonly staff: StaffCaller;
  readonly given: Parsed<Decide>;
  readonly now: Date;
};
type Decided = {
  readonly application: Application;
  readonly answer: Output<Decide> & { readonly state: 'approved' | 'refused' };
};

const requestOf = ({ staff, given }: Decision): string =>
  `${given.decision}/${given.revision}/${staff.openid}/${given.reason}`;

/** Why the application is not decided, whatever the decision. */
const refusalOf = ({ state, revision }: Application, { given }: Decision) => {
  if (!mayBe('decide', state)) return { code: 'already-decided', state } as const;
  if (revision !== given.revision) return { code: 'changed-since' } as const;
  if (given.decision === 'refuse' && given.reason === '') return { code: 'reason-needed' } as const;
  return null;
};

const refused = (application: Application, { given, now }: Decision): Decided => ({
  application: { ...stepTo(application, 'refused', now, given.reason), decidedAt: now },
  answer: { state: 'refused', card: null, endsOn: null },
});

const approved = (
  application: Application,
  { card, endsOn }: { readonly card: string; readonly endsOn: Day },
  { given, now }: Decision,
): Decided => {
  const reason = given.reason === '' ? null : given.reason;
  return {
    application: { ...stepTo(application, 'approved', now, reason), decidedAt: now, card, endsOn },
    answer: { state: 'approved', card, endsOn },
  };
};

/** Writes what was decided: the application, when its proofs go, the message and the audit line. */
const keep = async (
  records: ApplicationRecords,
  decision: Decision,
  applicant: Applicant | null,
  { application, answer }: Decided,
  decisions: readonly DoneRequest[],
): Promise<void> => {
  const { staff, given, now } = decision;
  const { applicationId, openid, revision, card, endsOn } = application;
  await records.keepApplication({ application, decisions });
  if (applicant !== null)
    await records.keepApplicant(releaseProofs(applicant, applicationId, decidedUntil(now)));
  await records.tell({
    key: `application-${applicationId}-${revision}`,
    openid,
    card: null,
    kind: answer.state === 'approved' ? 'application-approved' : 'application-refused',
    details: { applicationId, reason: given.reason || null, endsOn },
    at: now,
  });
  const { requestKey } = given;
  const why = given.reason === '' ? {} : { reason: given.reason };
  const deed = { action: 'membership.decideApplication', ...why, requestKey, target: applicationId, at: now };
  const about = { pseudonym: applicant?.pseudonym ?? null, card };
  await records.audit(auditLine(byStaff(staff), about, { ...deed, result: answer.state }));
};

type Open = PatronCategory & { readonly membershipDays: number };

const decideWithin =
  (decision: Decision, open: readonly Open[], newCard: string) =>
  async (records: ApplicationRecords): Promise<Answer<Decide>> => {
    const { given, now } = decision;
    const kept = await records.application(given.applicationId);
    if (kept === null) return refuse({ code: 'no-such-application' });
    const request = requestOf(decision);
    return once(
      { key: given.requestKey, request, done: kept.decisions, at: now },
      async (remember): Promise<Answer<Decide>> => {
        const { application } = kept;
        const refusal = refusalOf(application, decision);
        if (refusal !== null) return refuse(refusal);
        const applicant = await records.applicant(application.openid);
        const decide = async (): Promise<Decided | null> => {
          if (given.decision === 'refuse') return refused(application, decision);
          const category = open.find((one) => one.category === application.category);
          if (category === undefined) return null;
          const asked = { application, applicant, category, newCard };
          return approved(application, await giveMembership(records, asked, decision), decision);
        };
        const decided = await decide();
        if (decided === null) return refuse({ code: 'no-such-category' });
        await keep(records, decision, applicant, decided, remember(decided.answer));
        return ok(decided.answer);
      },
    );
  };

/** A number for the card of an application that waits for staff; none is taken where none can be needed. */
const numberFor = async (
  { reads, takeCardNumber }: Needs,
  { given, now }: Decision,
  open: readonly Open[],
): Promise<string> => {
  const application = given.decision === 'approve' ? await reads.application(given.applicationId) : null;
  if (application === null || !mayBe('decide', application.state)) return '';
  const category = open.find((one) => one.category === application.category);
  return category === undefined ? '' : takeCardNumber(category.cardPrefix, libraryDay(now));
};

/**
 * Decides an application as staff saw it. Everything that an approval writes is written at once, so that two who
 * approve at the same moment issue one card.
 */
export const decideApplication =
  (needs: Needs) =>
  async (staff: StaffCaller, given: Parsed<Decide>): Promise<Answer<Decide>> => {
    const open = (await needs.categories()).filter(isOpenToApplicants);
    const decision = { staff, given, now: needs.now() };
    const newCard = await numberFor(needs, decision, open);
    return needs.withApplications(decideWithin(decision, open, newCard));
  };
