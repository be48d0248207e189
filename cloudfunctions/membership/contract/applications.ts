import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Count, DayText, Id, none, RequestKey } from '../../kernel/contract-values';
import { applicationStates } from '../domain/applications/application';
import { mostPartBytes, mostParts } from '../domain/applications/proof';
import { Application, Category, detailRefusals, Details, Link, Proof } from './application-shapes';

export const applicationActions = {
  /** The memberships that one can apply for, and the version of the words to consent to. */
  onlineCategories: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({ categories: v.array(Category), consentVersion: Count }),
    refusals: {},
  },
  /**
   * The newest application of this WeChat, with its history; null = there is none. `card` is the whole number of the
   * card that it brought, for its applicant alone; null before it is approved.
   */
  application: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({ application: v.nullable(Application), card: v.nullable(v.string()) }),
    refusals: {},
  },
  /**
   * Takes one part of a file: the parts 0 to `parts` - 1 in any order, each of at most 1 MB before base64, under an id
   * that the phone makes. Answers the proof with the last part that was missing, null before. A part that comes twice
   * counts once.
   */
  uploadProof: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({
      proofId: RequestKey,
      part: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostParts - 1)),
      parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostParts)),
      content: v.pipe(v.string(), v.base64(), v.maxLength(Math.ceil(mostPartBytes / 3) * 4)),
    }),
    output: v.object({ proof: v.nullable(Proof) }),
    refusals: {
      'proof-too-large': v.object({ mostBytes: Count }),
      /** Neither JPEG nor PNG nor PDF, by its content. */
      'not-a-proof': none,
      'too-many-proofs': v.object({ most: Count }),
    },
  },
  /** A link to a proof of this WeChat's own, for ten minutes. */
  proofLink: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ proofId: Id }),
    output: Link,
    refusals: { 'no-such-proof': none },
  },
  /** Applies for an online membership, or for another term of the one that this WeChat's card has. */
  apply: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ ...Details.entries, requestKey: RequestKey }),
    output: v.object({ application: Application }),
    refusals: {
      ...detailRefusals,
      /** One at a time: correct it or take it back. */
      'open-application': none,
      /** This WeChat has a card that cannot be prolonged by applying. */
      'has-card': v.object({ maskedCard: v.string() }),
      /** Its next term can be applied for from this day on. */
      'term-too-early': v.object({ opensOn: DayText }),
    },
  },
  /** Changes an application that is not decided, or was refused; it waits for staff again. */
  correctApplication: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ applicationId: Id, ...Details.entries, requestKey: RequestKey }),
    output: v.object({ application: Application }),
    refusals: {
      ...detailRefusals,
      'no-such-application': none,
      'already-decided': v.object({ state: v.picklist(applicationStates) }),
    },
  },
  withdrawApplication: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ applicationId: Id, requestKey: RequestKey }),
    output: v.object({ application: Application }),
    refusals: {
      'no-such-application': none,
      'already-decided': v.object({ state: v.picklist(applicationStates) }),
    },
  },
} as const satisfies Contract;
