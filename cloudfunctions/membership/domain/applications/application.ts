import type { Day } from '../../../kernel/library-day';
import type { ProofKind } from './proof';

export const applicationStates = ['submitted', 'refused', 'approved', 'withdrawn'] as const;
/** How an application stands: waiting for staff, to be corrected, decided for, taken back. */
export type ApplicationState = (typeof applicationStates)[number];

/** One step of an application; a refusal tells the applicant why, in the words of staff. */
export type ApplicationStep = {
  readonly state: ApplicationState;
  readonly at: Date;
  readonly reason: string | null;
};

/** Who answers for an applicant under 14. */
export type Guardian = { readonly name: string; readonly phone: string };

/** A file that an applicant uploaded; `fileId` names it in the storage. */
export type Proof = {
  readonly proofId: string;
  readonly kind: ProofKind;
  readonly bytes: number;
  readonly fileId: string;
};

/** What an applicant tells. */
export type ApplicationDetails = {
  readonly category: string;
  readonly name: string;
  readonly phone: string;
  readonly birthYear: number;
  readonly guardian: Guardian | null;
  readonly proofs: readonly Proof[];
};

/** An application for an online membership, or for another term of one. */
export type Application = ApplicationDetails & {
  readonly applicationId: string;
  readonly openid: string;
  readonly state: ApplicationState;
  /** Rises with every change: staff decide on what they saw. */
  readonly revision: number;
  readonly steps: readonly ApplicationStep[];
  readonly consentVersion: number;
  /** The card whose membership it is to prolong, or that was issued; null before that. */
  readonly card: string | null;
  readonly isRenewal: boolean;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  /** The last day of the membership that was given. */
  readonly endsOn: Day | null;
};

/** What may be done in which state; anything else is refused. */
const openTo: Readonly<Record<'correct' | 'withdraw' | 'decide', readonly ApplicationState[]>> = {
  correct: ['submitted', 'refused'],
  withdraw: ['submitted', 'refused'],
  decide: ['submitted'],
};
/** Whether an application in this state may be corrected, withdrawn or decided. */
export const mayBe = (deed: keyof typeof openTo, state: ApplicationState): boolean =>
  openTo[deed].includes(state);

/** An applicant has one application at a time that may still change. */
export const isOpen = (state: ApplicationState): boolean => mayBe('correct', state);

/** An application with one step more. */
export const stepTo = (
  application: Application,
  state: ApplicationState,
  at: Date,
  reason: string | null = null,
): Application => ({
  ...application,
  state,
  revision: application.revision + 1,
  steps: [...application.steps, { state, at, reason }],
});

/** An application that its applicant has taken back. */
export const withdrawn = (application: Application, at: Date): Application => ({
  ...stepTo(application, 'withdrawn', at),
  decidedAt: at,
});

/** Under so many years a guardian must consent. Source: identity and privacy, 19. */
const ageOfConsent = 14;

/**
 * Whether a guardian must consent to what somebody born in this year tells. Of the year alone: who may still be 13 this
 * year counts as 13.
 */
export const needsGuardian = (birthYear: number, today: Day): boolean =>
  Number(today.slice(0, 4)) - birthYear <= ageOfConsent;
