import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Id, Instant, none, RequestKey, StaffReason } from '../../kernel/contract-values';
import { staffRoles } from '../../kernel/person';
import { BoundCard, CardNumber } from './binding';
import { Code, noKey } from './typed-code';

const Wait = v.object({ until: v.number() });
const Role = v.picklist(staffRoles);

const StaffMember = v.object({
  /** Tells members apart; it is no openid. */
  staffId: Id,
  name: v.nullable(v.string()),
  role: Role,
  isSelf: v.boolean(),
});

export const deskCodeActions = {
  /**
   * Makes out a code by which the patron who stands at the desk binds the card without a PIN: good once, for less than
   * five minutes, noted with who gave it and why. Source: identity and privacy, 6, 11.
   */
  issueDeskCode: {
    callers: ['phone'],
    person: 'librarian',
    input: v.object({ card: CardNumber, reason: StaffReason, requestKey: RequestKey }),
    output: v.object({ code: v.string(), until: Instant, maskedCard: v.string(), name: v.string() }),
    refusals: {
      'no-such-card': none,
      'no-key': noKey,
    },
  },
  /** Binds the card of a desk code to this WeChat; guesses at the card do not matter. */
  bindByDeskCode: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ code: Code, requestKey: RequestKey }),
    output: v.object({ card: BoundCard }),
    refusals: {
      /** Not one of ours, used already, or over. */
      'wrong-code': none,
      'too-many-tries': Wait,
      'other-card-bound': v.object({ maskedCard: v.string() }),
    },
  },
} as const satisfies Contract;

export const staffActions = {
  /** Takes the role that a code gives, once: one that an admin made out, or that stands in `staff_codes` in the console. */
  becomeStaff: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({
      code: Code,
      name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
      requestKey: RequestKey,
    }),
    output: v.object({ role: Role }),
    refusals: { 'wrong-code': none, 'too-many-tries': Wait },
  },
  /** Everybody who is staff, admins first. */
  staffMembers: {
    callers: ['phone'],
    person: 'admin',
    input: none,
    output: v.object({ members: v.array(StaffMember) }),
    refusals: {},
  },
  /** Makes out a code for somebody who is to be staff: good once, for a day. */
  inviteStaff: {
    callers: ['phone'],
    person: 'admin',
    input: v.object({ role: Role, requestKey: RequestKey }),
    output: v.object({ code: v.string(), until: Instant }),
    refusals: { 'no-key': noKey },
  },
  /** Takes somebody's role away at once. */
  removeStaff: {
    callers: ['phone'],
    person: 'admin',
    input: v.object({ staffId: Id, reason: StaffReason, requestKey: RequestKey }),
    output: none,
    refusals: {
      'no-such-member': none,
      /** Nobody would be left to make others staff. */
      'last-admin': none,
    },
  },
} as const satisfies Contract;
