import type { ActionName, FailureOf } from '../../cloudfunctions/api';
import { sessionWording } from '../wording/zh-CN/session';
import { failureNote } from './block-notes';

/** What stands in place of what belongs to a card while none is bound. */
export const unboundNote = (
  isReplaced: boolean,
  advice: string,
): { readonly title: string; readonly advice: string; readonly action: string } =>
  isReplaced
    ? {
        title: sessionWording.replaced,
        advice: sessionWording.replacedAdvice,
        action: sessionWording.bindAgain,
      }
    : { title: sessionWording.unbound, advice, action: sessionWording.bind };

/**
 * Why what belongs to a card is missing: that nobody knows who this WeChat is, before why its own action failed. Both
 * words are empty when nothing failed.
 */
export const cardFailureNote = <N extends ActionName>(
  session: { readonly failure: FailureOf<'membership.session'> | null },
  name: N,
  failure: FailureOf<N> | null,
): { readonly title: string; readonly advice: string } =>
  session.failure === null ? failureNote(name, failure) : failureNote('membership.session', session.failure);
