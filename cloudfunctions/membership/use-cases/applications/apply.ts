import { maskCard } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { ApplicationRecords } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import { isOpen, type Application } from '../../domain/applications/application';
import { purposeOf, type Purpose } from '../../domain/applications/application-check';
import type { Applicant } from '../../domain/applications/applicant';
import type { Patron } from '../../domain/patrons/patron';
import type { PatronCategory } from '../../domain/patrons/patron-category';
import { ownCard } from '../card/own-card';
import {
  applicantFor,
  askedIn,
  complete,
  filledIn,
  handIn,
  type Complete,
  type HandInNeeds,
} from './hand-in';
import { handedInBefore } from './handed-in-before';

type Apply = typeof applicationActions.apply;
type Refusal = Extract<Outcome<Apply>, { ok: false }>['reasons'][number];

const refusalOf = (purpose: Purpose): Refusal | null => {
  if (purpose.kind === 'has-card') return { code: 'has-card', maskedCard: maskCard(purpose.card) };
  return purpose.kind === 'too-early' ? { code: 'term-too-early', opensOn: purpose.opensOn } : null;
};

const blank = (applicationId: string, openid: string, purpose: Purpose, now: Date): Application => ({
  applicationId,
  openid,
  state: 'submitted',
  revision: 1,
  steps: [{ state: 'submitted', at: now, reason: null }],
  category: '',
  name: '',
  phone: '',
  birthYear: 0,
  guardian: null,
  proofs: [],
  consentVersion: 0,
  card: purpose.kind === 'next-term' ? purpose.card : null,
  isRenewal: purpose.kind === 'next-term',
  submittedAt: now,
  decidedAt: null,
  endsOn: null,
});

const hasOpenOne = async (records: ApplicationRecords, { newestApplication }: Applicant) => {
  const newest = newestApplication === null ? null : await records.application(newestApplication);
  return newest !== null && isOpen(newest.application.state);
};

/** The patron whose card the applicant's WeChat has bound. */
const ownPatron = async (records: ApplicationRecords, openid: string): Promise<Patron | null> => {
  const card = await ownCard(records, openid, await records.wechatAccount(openid));
  return card === null ? null : records.patron(card);
};

type Wish = {
  readonly openid: string;
  readonly applicationId: string;
  readonly given: Complete;
  readonly categories: readonly PatronCategory[];
};

const requestOf = (asked: string): string => `apply/${asked}`;

const applyWithin =
  ({ newName, now: clock }: HandInNeeds, { openid, applicationId, given, categories }: Wish) =>
  async (records: ApplicationRecords): Promise<Answer<Apply>> => {
    const now = clock();
    const applicant = await applicantFor(records, openid, newName);
    const request = {
      key: given.requestKey,
      request: requestOf(given.asked),
      done: applicant.doneRequests,
      at: now,
    };
    return once(request, async (remember): Promise<Answer<Apply>> => {
      if (await hasOpenOne(records, applicant)) return refuse({ code: 'open-application' });
      const own = await ownPatron(records, openid);
      const ownCategory = categories.find(({ category }) => category === own?.category);
      const purpose = purposeOf(own, ownCategory, libraryDay(now));
      const refusal = refusalOf(purpose);
      if (refusal !== null) return refuse(refusal);
      const application = filledIn(blank(applicationId, openid, purpose, now), applicant, given, now);
      if (application === null) return refuse({ code: 'no-such-proof' });
      const handedIn = { application, applicant, given, action: 'apply', categories, remember } as const;
      return ok(await handIn(records, handedIn, now));
    });
  };

/** Applies for an online membership; one application at a time for a WeChat. */
export const apply =
  (needs: HandInNeeds) =>
  async ({ openid }: Caller, given: Parsed<Apply>): Promise<Answer<Apply>> => {
    const before = await handedInBefore(needs, openid, given.requestKey, requestOf(askedIn(given)));
    if (before !== null) return before;
    const completed = await complete(needs, given);
    if ('reasons' in completed) return refuse(...completed.reasons);
    const { complete: filled, categories } = completed;
    const wish = { openid, applicationId: needs.newName(), given: filled, categories };
    return needs.withApplications(applyWithin(needs, wish));
  };
