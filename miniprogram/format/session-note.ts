import { sessionWording } from '../wording/zh-CN/session';

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
