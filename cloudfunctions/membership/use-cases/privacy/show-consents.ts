import type { Caller } from '../../../kernel/caller';
import type { Outcome, Output } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { privacyActions } from '../../contract/privacy';
import { consentKinds, consentVersions, type Consents } from '../../domain/consent';
import type { WithConsents } from '../../ports/privacy';

type Show = typeof privacyActions.consents;

type Needs = {
  readonly withConsents: WithConsents;
};

/** Every kind of consent, given or not, with the version of the words that stand now. Instants in milliseconds. */
export const shownConsents = (given: Consents): Output<Show> => ({
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
  ({ withConsents }: Needs) =>
  async ({ openid }: Caller): Promise<Outcome<Show>> =>
    ok(shownConsents((await withConsents((records) => records.consents(openid))).given));
