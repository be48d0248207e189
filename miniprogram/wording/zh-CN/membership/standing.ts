import type { Failure } from '../failure';

/** What a card that staff have suspended says wherever it is asked for something. */
export const suspended: Failure = { title: '借阅证已停用', advice: '请到服务台询问原因' };

/** Titles of refusals that several actions have; what to do next differs. */
export const expiredTitle = '借阅证已到期';
export const finesTitle = '欠费超过上限';
export const noSuchCardTitle = '没有这张证';
export const otherCopies = '看看别的复本';

export const noSuchBook: Failure = { title: '馆里没有这本书了', advice: '可能已经剔除，查查别的版本吧' };
