import { maskCard } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { ApplicationRecords } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import { isOpen, type Application } from '../../domain/applications/application';
import { purposeOf, type Purpose } from '../../domain/applications/application-check';
import type { Applicant } from '../../domain/applications/applicant';
import type { Patron } from '../../domain/patrons/patron';
import { ownCard } from '../card/own-card';
import { handIn, type HandInNeeds, type Wish } from './hand-in';

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

/** The application of somebody who may apply now, with nothing filled in. */
const opened =
  (applicationId: string, openid: string): Wish<Refusal>['open'] =>
  async (records, applicant, categories, now) => {
    if (await hasOpenOne(records, applicant)) return refuse({ code: 'open-application' });
    const own = await ownPatron(records, openid);
    const ownCategory = categories.find(({ category }) => category === own?.category);
    const purpose = purposeOf(own, ownCategory, libraryDay(now));
    const refusal = refusalOf(purpose);
    return refusal === null ? ok(blank(applicationId, openid, purpose, now)) : refuse(refusal);
  };

/** Applies for an online membership; one application at a time for a WeChat. */
export const apply =
  (needs: HandInNeeds) =>
  async ({ openid }: Caller, given: Parsed<Apply>): Promise<Answer<Apply>> => {
    const open = opened(needs.newName(), openid);
    return handIn(needs, { openid, given, action: 'apply', target: null, open });
  };
