import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Count, DayText, Id, Instant, none, RequestKey } from '../../kernel/contract-values';
import { applicationStates } from '../domain/applications/application';
import { cardNumberPattern } from '../domain/card/card-number';
import { Application, Link } from './application-shapes';

export const decisionActions = {
  /** Applications in one state, the longest waiting first; `next` leads to the following page, null = there is none. */
  applications: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({
      state: v.optional(v.picklist(applicationStates), 'submitted'),
      after: v.optional(Instant),
    }),
    output: v.object({
      applications: v.array(
        v.object({
          applicationId: Id,
          name: v.string(),
          categoryName: v.string(),
          state: v.picklist(applicationStates),
          isRenewal: v.boolean(),
          submittedAt: Instant,
        }),
      ),
      next: v.nullable(Instant),
    }),
    refusals: {},
  },
  /** One application whole, as long as the applicant consents to that; the look is noted in the audit log. */
  reviewApplication: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ applicationId: Id }),
    output: v.object({ application: Application }),
    refusals: { 'no-such-application': none, 'consent-taken-back': none },
  },
  /** A link to a proof for ten minutes; the look is noted in the audit log. */
  reviewProof: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ applicationId: Id, proofId: Id }),
    output: Link,
    refusals: { 'no-such-application': none, 'no-such-proof': none, 'consent-taken-back': none },
  },
  /**
   * Approves or refuses an application as it was seen (`revision`). Approving issues the card, or prolongs the one that
   * is there, and binds it to the applicant's WeChat if that has none; a refusal needs a reason, which the applicant
   * reads.
   */
  decideApplication: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({
      applicationId: Id,
      revision: Count,
      decision: v.picklist(['approve', 'refuse']),
      reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
      requestKey: RequestKey,
    }),
    output: v.object({
      state: v.picklist(applicationStates),
      card: v.nullable(v.pipe(v.string(), v.regex(cardNumberPattern))),
      endsOn: v.nullable(DayText),
    }),
    refusals: {
      'no-such-application': none,
      'already-decided': v.object({ state: v.picklist(applicationStates) }),
      /** The applicant changed it since it was seen. */
      'changed-since': none,
      'reason-needed': none,
      /** The category is gone or no longer open. */
      'no-such-category': none,
    },
  },
} as const satisfies Contract;
