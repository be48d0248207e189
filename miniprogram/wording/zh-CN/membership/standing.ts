import type { Failure } from '../failure';

/** What a card that staff have suspended says wherever it is asked for something. */
export const suspended: Failure = { title: '借阅证已停用', advice: '请到服务台询问原因' };

/** Titles of refusals that several actions have; what to do next differs. */
export const expiredTitle = '借阅证已到期';
export const finesTitle = '欠费超过上限';
export const noSuchCardTitle = '没有这张证';
export const otherCopies = '看看别的复本';

/** A code cannot be signed: somebody spoilt the library's key. */
export const noKey: Failure = {
  title: '图书馆的密钥坏了',
  advice: '一天之内会自动换新；急用请管理员删掉 secrets 里的 signing',
};

export const noSuchBook: Failure = { title: '馆里没有这本书了', advice: '可能已经剔除，查查别的版本吧' };
