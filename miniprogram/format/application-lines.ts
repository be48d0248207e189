import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { applicationFormWording } from '../wording/zh-CN/membership/application-form';
import {
  applicationStates,
  myApplicationWording as wording,
} from '../wording/zh-CN/membership/my-application';
import { dayLabel, instantLabel } from './day-labels';

type Application = NonNullable<Output<ActionOf<'membership.application'>>['application']>;

export type StepLine = {
  readonly at: number;
  readonly what: string;
  readonly when: string;
  readonly reason: string;
  readonly isBad: boolean;
};

/** What has happened to an application, the newest first. */
export const stepLines = ({ steps }: Application, today: string): readonly StepLine[] =>
  steps
    .map(({ state, at, reason }, place) => ({
      at,
      what: state === 'submitted' && place > 0 ? wording.corrected : applicationStates[state].step,
      when: instantLabel(at, today),
      reason: reason ?? '',
      isBad: state === 'refused',
    }))
    .reverse();

/** What the applicant told, as pairs of a name and a text. */
export const detailLines = (
  application: Application,
): readonly { readonly name: string; readonly text: string }[] => [
  {
    name: wording.category,
    text: application.categoryName + (application.isRenewal ? ` · ${wording.renewal}` : ''),
  },
  { name: applicationFormWording.name, text: application.name },
  { name: applicationFormWording.phone, text: application.phone },
  { name: applicationFormWording.birthYear, text: String(application.birthYear) },
  ...(application.guardian === null
    ? []
    : [
        {
          name: applicationFormWording.guardianName,
          text: `${application.guardian.name} ${application.guardian.phone}`,
        },
      ]),
  {
    name: applicationFormWording.proofs,
    text: applicationFormWording.proofsCount(application.proofs.length),
  },
];

/** How an application stands, for the head of its page. */
export const applicationHead = (application: Application, today: string) => {
  const { state, steps, maskedCard, endsOn } = application;
  const { name, next } = applicationStates[state];
  const last = steps[steps.length - 1];
  return {
    state,
    name,
    next,
    reason: state === 'refused' ? (last?.reason ?? '') : '',
    card: state === 'approved' ? (maskedCard ?? '') : '',
    endsOn: endsOn === null ? '' : wording.endsOn(dayLabel(endsOn, today)),
    isOpen: state === 'submitted' || state === 'refused',
  };
};

/** An application with the whole number of its card, if that is known, and whether this WeChat has a card bound. */
type Standing = {
  readonly application: Application;
  readonly card: string | null;
  readonly isUnbound: boolean;
};

/** The same for the applicant: the card in full, and whether it is still to be bound. */
export const ownApplicationHead = ({ application, card, isUnbound }: Standing, today: string) => {
  const head = applicationHead(application, today);
  if (head.card === '') return head;
  return { ...head, card: card ?? head.card, next: isUnbound ? wording.notBound : head.next };
};
