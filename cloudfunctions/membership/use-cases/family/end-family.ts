import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import { hasEnded } from '../../domain/family';
import type { FamilyReads, WithFamily } from '../../ports/family';
import { endedMessage } from './family-messages';
import { noteLink } from './note-link';

type Needs = {
  readonly familyReads: Pick<FamilyReads, 'names'>;
  readonly withFamily: WithFamily;
  readonly now: Clock;
};

type End = typeof familyActions.endFamily;

/** Ends a link of the caller's card, whichever side it is. */
export const endFamily =
  ({ familyReads, withFamily, now }: Needs) =>
  async (caller: PatronCaller, { linkId, requestKey }: Parsed<End>): Promise<Answer<End>> => {
    const at = now();
    const { card } = caller.self;
    const name = (await familyReads.names([card])).get(card) ?? '';
    return withFamily(async (records) => {
      const wechatAccount = await records.wechatAccount(caller.openid);
      const asked = { key: requestKey, request: `endFamily/${linkId}`, done: wechatAccount.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<End>> => {
        const link = await records.link(linkId);
        const isSide = link?.card === card || link?.by === card;
        if (link === null || !isSide) return refuse({ code: 'no-such-link' });
        await records.removeLink(linkId);
        if (!hasEnded(link, libraryDay(at))) await records.tell(endedMessage(link, { card, name }, at));
        const kept = { ...wechatAccount, doneRequests: remember({}) };
        await noteLink(records, caller, link, { name: 'endFamily', wechatAccount: kept, requestKey, at });
        return ok({});
      });
    });
  };
