import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Output, Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { privacyActions } from '../../contract/privacy';
import { consentKinds, consentVersions, type Consents } from '../../domain/consent';
import type { WithConsents } from '../../ports/privacy';

type Show = typeof privacyActions.consents;
type Change = typeof privacyActions.setConsent;
type Needs = { readonly withConsents: WithConsents; readonly now: Clock };

const shown = (given: Consents): Output<Show> => ({
  consents: consentKinds.map((kind) => {
    const consent = given[kind];
    return {
      kind,
      isGiven: consent?.isGiven ?? false,
      version: consent?.version ?? null,
      currentVersion: consentVersions[kind],
      at: consent?.at.getTime() ?? null,
    };
  }),
});

/** What a WeChat has consented to. */
export const showConsents =
  ({ withConsents }: Pick<Needs, 'withConsents'>) =>
  async ({ openid }: Caller): Promise<Outcome<Show>> =>
    ok(shown((await withConsents((records) => records.consents(openid))).given));

/** Consents to one thing, or takes the consent back; each thing stands on its own. */
export const setConsent =
  ({ withConsents, now }: Needs) =>
  async ({ openid }: Caller, given: Parsed<Change>): Promise<Answer<Change>> => {
    const { kind, isGiven, version, requestKey } = given;
    return withConsents(async (records) => {
      const at = now();
      const kept = await records.consents(openid);
      const request = `setConsent/${kind}/${String(isGiven)}/${version}`;
      const asked = { key: requestKey, request, done: kept.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<Change>> => {
        if (isGiven && version !== consentVersions[kind])
          return refuse({ code: 'words-changed', version: consentVersions[kind] });
        const changed = { ...kept.given, [kind]: { isGiven, version, at } };
        const answer = shown(changed);
        await records.keepConsents(openid, { given: changed, doneRequests: remember(answer) });
        return ok(answer);
      });
    });
  };
