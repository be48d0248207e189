import type { ActionName, FailureOf } from '../../cloudfunctions/api';
import { failureWording } from '../wording/zh-CN/failures';
import { dayWording } from '../wording/zh-CN/library-day';
import { instantLabel } from './day-labels';

/** Why a block is missing and what to do, in words; both empty when it is not missing. */
export const failureNote = <N extends ActionName>(
  name: N,
  code: FailureOf<N> | null,
): { readonly title: string; readonly advice: string } =>
  code === null ? { title: '', advice: '' } : failureWording(name, code);

type Block = { readonly isOutOfDate: boolean; readonly seenAt: number | null };

/** The line that says from when a block is, when the library could not be reached; empty when it is fresh. */
export const outOfDateNote = ({ isOutOfDate, seenAt }: Block, today: string): string =>
  isOutOfDate && seenAt !== null ? dayWording.asOf(instantLabel(seenAt, today)) : '';
