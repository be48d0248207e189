import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import type { WithFamily } from '../../ports/family';
import { noteLink } from './note-link';

type Needs = {
  readonly withFamily: WithFamily;
  readonly now: Clock;
};

type End = typeof familyActions.endFamily;

/** Ends a link of the caller's card, whichever side it is. */
export const endFamily =
  ({ withFamily, now }: Needs) =>
  (caller: PatronCaller, { linkId, requestKey }: Parsed<End>): Promise<Answer<End>> =>
    withFamily(async (records) => {
      const at = now();
      const account = await records.account(caller.openid);
      const asked = { key: requestKey, request: `endFamily/${linkId}`, done: account.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<End>> => {
        const link = await records.link(linkId);
        const isSide = link?.card === caller.self.card || link?.by === caller.self.card;
        if (link === null || !isSide) return refuse({ code: 'no-such-link' });
        await records.removeLink(linkId);
        const kept = { ...account, doneRequests: remember({}) };
        await noteLink(records, caller, link, { name: 'endFamily', account: kept, requestKey, at });
        return ok({});
      });
    });
