export const categoryKinds = ['campus', 'online'] as const;
/** Who gets a card of it: people of the university with their campus card, or whoever applies on the phone. */
export type CategoryKind = (typeof categoryKinds)[number];

export const renewalWays = ['never', 'at-once', 'by-application'] as const;
/** How a membership goes on: not on the phone, at once when its patron asks, or by applying again. */
export type RenewalWay = (typeof renewalWays)[number];

export const categoryRights = ['borrow', 'hold', 'preview', 'download'] as const;
/** What a tier gives: borrowing, placing holds, looking into resources, taking them along. */
export type CategoryRight = (typeof categoryRights)[number];

/** A patron category as librarians wrote it, as far as it could be read; what could not gives the safest rule. */
export type PatronCategory = {
  readonly category: string;
  readonly name: string;
  readonly kind: CategoryKind;
  /** How long a membership of it lasts; null = it has no end of its own, such as that of a campus card. */
  readonly membershipDays: number | null;
  readonly renewal: RenewalWay;
  /** A renewal may be asked for from so many days before the last day. */
  readonly renewalOpensDays: number;
  readonly loanLimit: number;
  readonly holdLimit: number;
  readonly rights: readonly CategoryRight[];
  /** What an applicant has to prove, in the library's words; null = nothing. */
  readonly proof: string | null;
  /** Card numbers that the library gives out begin with it. */
  readonly cardPrefix: string;
};

/** Whether people may apply for it on the phone: an online category whose membership has a length. */
export const isOpenToApplicants = (
  category: PatronCategory,
): category is PatronCategory & { readonly membershipDays: number } =>
  category.kind === 'online' && category.membershipDays !== null;
