import * as v from 'valibot';
import { familyRights } from './contract';
import { Count, DayText } from './contract-values';

const Title = v.string();
const LoanOfDigest = v.object({ loanId: v.string(), title: Title, dueOn: DayText });
const Decision = v.object({
  applicationId: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  endsOn: v.nullable(DayText),
});

/** Who a card of the family is to the one who is told; `whose` loans are seen, as `familyLinks` says it. */
const FamilyCard = v.object({
  linkId: v.string(),
  whose: v.picklist(['mine', 'theirs']),
  maskedName: v.string(),
  maskedCard: v.string(),
});

/** What the library tells people, and what each kind carries; the words are made on the phone. */
export const messageDetails = {
  /** One a patron and day: what is due soon and can be renewed by now or not at all, and what is overdue. */
  'loans-digest': v.object({ due: v.array(LoanOfDigest), overdue: v.array(LoanOfDigest) }),
  'renewed-automatically': v.object({ loanId: v.string(), title: Title, newDueOn: DayText }),
  /** `reasons` are the codes why not, the headline first. */
  'not-renewed-automatically': v.object({
    loanId: v.string(),
    title: Title,
    dueOn: DayText,
    reasons: v.array(v.string()),
  }),
  recalled: v.object({ loanId: v.string(), title: Title, dueOn: DayText }),
  'hold-ready': v.object({ holdId: v.string(), title: Title, branchId: v.string(), pickupBy: DayText }),
  'hold-lapsed': v.object({ holdId: v.string(), title: Title }),
  'title-back': v.object({ bookId: v.string(), title: Title }),
  'fine-fixed': v.object({ fineId: v.string(), title: Title, amount: Count }),
  'application-approved': Decision,
  'application-refused': Decision,
  'membership-prolonged': Decision,
  /** The other side has consented. */
  'family-linked': v.object({ ...FamilyCard.entries, right: v.picklist(familyRights), endsOn: DayText }),
  /** The other side has ended the link before its day, or unbound its card. */
  'family-ended': FamilyCard,
} as const;

export type MessageKind = keyof typeof messageDetails;
type Details<K extends MessageKind> = v.InferOutput<(typeof messageDetails)[K]>;

/**
 * One event told to one person: to whoever has the card bound when it is read, or, without a card, to a WeChat. The
 * key belongs to the event, so that telling it again is the same message.
 */
export type Message = {
  [K in MessageKind]: {
    readonly key: string;
    readonly openid: string | null;
    readonly card: string | null;
    readonly kind: K;
    readonly details: Details<K>;
    readonly at: Date;
  };
}[MessageKind];
