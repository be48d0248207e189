import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import { consentVersions } from '../../domain/consent';
import type { privacyActions } from '../../contract/privacy';
import type { PersonOf, WithConsents } from '../../ports/privacy';
import { stopApplication } from '../applications/stop-application';
import { lineOfPerson } from './line-of-person';
import { shownConsents } from './show-consents';

type Change = typeof privacyActions.setConsent;

type Needs = { readonly withConsents: WithConsents; readonly personOf: PersonOf; readonly now: Clock };

/**
 * Consents to one thing, or takes the consent back; each thing stands on its own. What goes on only by a consent ends
 * with it.
 */
export const setConsent =
  ({ withConsents, personOf, now }: Needs) =>
  async ({ openid }: Caller, given: Parsed<Change>): Promise<Answer<Change>> => {
    const { kind, isGiven, version, requestKey } = given;
    const person = await personOf(openid);
    return withConsents(async (records) => {
      const at = now();
      const kept = await records.consents(openid);
      const request = `setConsent/${kind}/${String(isGiven)}/${version}`;
      const asked = { key: requestKey, request, done: kept.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<Change>> => {
        if (isGiven && version !== consentVersions[kind])
          return refuse({ code: 'words-changed', version: consentVersions[kind] });
        const changed = { ...kept.given, [kind]: { isGiven, version, at } };
        const answer = shownConsents(changed);
        await records.keepConsents(openid, { given: changed, doneRequests: remember(answer) });
        const target = `${kind}/${isGiven ? 'given' : 'taken-back'}`;
        if (kind === 'online-membership' && !isGiven)
          await stopApplication(records, { openid, requestKey, at });
        const line = lineOfPerson(person, { action: 'membership.setConsent', target, requestKey, at });
        if (line !== null) await records.audit(line);
        return ok(answer);
      });
    });
  };
