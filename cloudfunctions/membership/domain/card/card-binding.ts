import type { DoneRequest } from '../../../kernel/request-keys';

/** Which WeChat a card is bound to. */
export type Binding = {
  readonly card: string;
  readonly openid: string;
  readonly pseudonym: string;
  /** Which binding of the card it is, from 1. */
  readonly version: number;
  readonly boundAt: Date;
};

/** What a WeChat has: the card of its own, also where another WeChat has bound that since. */
export type WechatAccount = {
  readonly card: string | null;
  /** Cards that it unbound and of which something is still to be taken back: a run may be cut off there. */
  readonly leaving: readonly string[];
  readonly doneRequests: readonly DoneRequest[];
};

export const noWechatAccount: WechatAccount = { card: null, leaving: [], doneRequests: [] };
