import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { finesWording, fineStateWording } from '../wording/zh-CN/circulation/fines-page';
import { deskFinesWording } from '../wording/zh-CN/staff/desk-fines';
import { dayLabel } from './day-labels';
import { yuan } from './money';
import { sideBySide } from './side-by-side';

type DeskFines = Output<ActionOf<'circulation.finesAtDesk'>>;
type Fines = Pick<Output<ActionOf<'circulation.fines'>>, 'fines' | 'soFar'>;

export type FineRow = {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
  readonly amount: string;
  readonly state: string;
  readonly isOwed: boolean;
};

/** What is so far for copies still out. */
export const soFarRows = ({ soFar }: Fines, today: string): readonly FineRow[] =>
  soFar.map(({ loanId, title, dueOn, days, amount, suspensionDays }) => ({
    id: loanId,
    title,
    facts: sideBySide(finesWording.dueOn(dayLabel(dueOn, today)), finesWording.late(days)),
    amount: suspensionDays > 0 ? finesWording.suspends(suspensionDays) : yuan(amount),
    state: '',
    isOwed: true,
  }));

/** What staff give back of payments made on the phone. */
export const giveBackRows = ({ toGiveBack }: Pick<DeskFines, 'toGiveBack'>, today: string) =>
  toGiveBack.map(({ paymentId, amount, receipt, paidOn, isWrongAmount }) => ({
    id: paymentId,
    amount: yuan(amount),
    why: isWrongAmount ? deskFinesWording.wrongAmount : deskFinesWording.paidTooMuch,
    facts: deskFinesWording.paidAs(paidOn === null ? '' : dayLabel(paidOn, today), receipt ?? ''),
  }));

/** What was fixed, as it stands. */
export const fineRows = ({ fines }: Fines, today: string): readonly FineRow[] =>
  fines.map(({ fineId, title, amount, days, fixedOn, state }) => ({
    id: fineId,
    title,
    facts: sideBySide(finesWording.fixedOn(dayLabel(fixedOn, today)), finesWording.counted(days)),
    amount: yuan(amount),
    state: fineStateWording[state],
    isOwed: state === 'owed',
  }));
