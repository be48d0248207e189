import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import {
  accessDeeds,
  accessWho,
  accessWording,
  adminName,
  otherDeed,
} from '../wording/zh-CN/membership/privacy-page';
import { instantLabel } from './day-labels';

type Line = Output<ActionOf<'membership.accessLog'>>['lines'][number];
export type AccessRow = {
  readonly key: string;
  readonly who: string;
  readonly deed: string;
  readonly when: string;
  readonly note: string;
  readonly isOther: boolean;
};

const deeds: Readonly<Partial<Record<string, string>>> = accessDeeds;

/** A line of the access log as one reads it on `today`; what others did stands out. */
export const accessRow = (line: Line, place: number, today: string): AccessRow => ({
  key: `${line.at}/${place}`,
  who: line.role === 'admin' ? adminName : accessWho[line.who],
  deed: deeds[line.action] ?? otherDeed,
  when: instantLabel(line.at, today),
  note: line.reason === null ? '' : accessWording.reason(line.reason),
  isOther: line.who !== 'self',
});
