import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { familyRights } from '../../kernel/contract';
import { DayText, Id, none, RequestKey } from '../../kernel/contract-values';
import { Code, noKey } from './typed-code';

const Right = v.picklist(familyRights);
/** `theirs`: the caller may see the other's loans; `mine`: the other may see the caller's. */
const Whose = v.picklist(['mine', 'theirs']);

/** What one side offers and the other consents to. */
const Terms = v.object({ whose: Whose, right: Right, endsOn: DayText });
const Other = v.object({ maskedName: v.string(), maskedCard: v.string() });

export const familyActions = {
  /** Whose loans the caller may see or renew, and who may the caller's; the ones that end first come first. */
  familyLinks: {
    callers: ['phone'],
    person: 'patron',
    input: none,
    output: v.object({
      links: v.array(v.object({ linkId: Id, ...Terms.entries, ...Other.entries, hasEnded: v.boolean() })),
    }),
    refusals: {},
  },
  /**
   * Makes out a code that the other side enters in its own WeChat to consent: good once, for a day. `endsOn` is the
   * last day of the link, a year from now at most.
   */
  inviteFamily: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ ...Terms.entries, requestKey: RequestKey }),
    output: v.object({ code: v.string(), until: v.number() }),
    refusals: {
      'bad-end': v.object({ earliest: DayText, latest: DayText }),
      /** So many links and open invitations a card may have. */
      'link-limit': v.object({ limit: v.number() }),
      'no-key': noKey,
    },
  },
  /** What a code asks consent for, as the one who was given it sees it. */
  familyInvitation: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ code: Code }),
    output: v.object({ ...Terms.entries, ...Other.entries }),
    refusals: { 'wrong-code': none, 'too-many-tries': v.object({ until: v.number() }), 'own-code': none },
  },
  /** Consents: the link holds from now on. A link between the two that went the same way is replaced. */
  acceptFamily: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ code: Code, requestKey: RequestKey }),
    output: v.object({ linkId: Id }),
    refusals: {
      'wrong-code': none,
      'too-many-tries': v.object({ until: v.number() }),
      'own-code': none,
      'link-limit': v.object({ limit: v.number() }),
    },
  },
  /** Ends a link, whichever side asks; at once. */
  endFamily: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ linkId: Id, requestKey: RequestKey }),
    output: none,
    refusals: { 'no-such-link': none },
  },
} as const satisfies Contract;
