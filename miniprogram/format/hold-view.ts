import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { holdOfferWording, holdsWording } from '../wording/zh-CN/circulation/holds-page';
import { dayLabel } from './day-labels';
import { holdReasonLines } from './hold-reasons';
import type { ReasonLine } from './renewal-reasons';

type Offer = Output<ActionOf<'circulation.holdOffer'>>;
type Branch = { readonly branchId: string; readonly name: string };

type Standing = {
  readonly title: string;
  /** Where the one copy stands that is asked for; empty where any copy will do. */
  readonly onlyCopy: string;
  readonly offer: Offer | null;
  /** Why the offer did not come, in words; empty while it is on its way. */
  readonly failure: string;
  readonly branches: readonly Branch[];
  readonly branchId: string;
  readonly placedAt: number | null;
  /** Whether a copy of it stands on its shelf, asked for or not. */
  readonly isOnShelf: boolean;
  readonly isBusy: boolean;
  /** Why placing or watching failed, in words. */
  readonly refusal: string;
};

export type HoldView = {
  readonly state: 'loading' | 'failed' | 'offered' | 'refused' | 'mine' | 'placed';
  readonly heading: string;
  /** Which copy it is for, where it is for one. */
  readonly only: string;
  readonly facts: string;
  readonly reasons: readonly ReasonLine[];
  readonly branches: readonly (Branch & { readonly isChosen: boolean })[];
  readonly isWatched: boolean;
  readonly canWatch: boolean;
  readonly isBusy: boolean;
  readonly failure: string;
};

export const noHoldView: HoldView = {
  state: 'loading',
  heading: '',
  only: '',
  facts: '',
  reasons: [],
  branches: [],
  isWatched: false,
  canWatch: false,
  isBusy: false,
  failure: '',
};

function stateOf({ offer, failure, placedAt }: Standing): HoldView['state'] {
  if (placedAt !== null) return 'placed';
  if (offer === null) return failure === '' ? 'loading' : 'failed';
  if (offer.holdId !== null) return 'mine';
  return offer.reasons.length === 0 ? 'offered' : 'refused';
}

function headingOf(state: HoldView['state'], title: string): string {
  if (state === 'placed') return holdOfferWording.placed;
  if (state === 'mine') return holdOfferWording.already;
  return state === 'refused' ? holdOfferWording.cannot : holdOfferWording.heading(title);
}

function factsOf({ offer, placedAt }: Standing, today: string): string {
  if (placedAt !== null) return holdOfferWording.placedNote(placedAt);
  if (offer === null || offer.reasons.length > 0) return '';
  const expected =
    offer.expectedOn === null
      ? holdsWording.notExpected
      : holdsWording.expected(dayLabel(offer.expectedOn, today));
  return [holdOfferWording.place(offer.place), expected].join(' · ');
}

/** No wish to be told where a copy stands on its shelf, or where there is nothing to wait for. */
const notWorthWatching = new Set(['on-shelf', 'no-such-book', 'nothing-to-lend', 'already-borrowed']);

/** The wish to be told of a return: it stands instead of a hold, or where none can be placed. */
function watchOf({ offer, isOnShelf }: Standing, state: HoldView['state']) {
  if (offer === null || (state !== 'offered' && state !== 'refused'))
    return { isWatched: false, canWatch: false };
  const isWorthIt = !isOnShelf && !offer.reasons.some(({ code }) => notWorthWatching.has(code));
  return { isWatched: offer.isWatched, canWatch: isWorthIt };
}

/** The sheet of a hold that may be placed on a title, on `today`. */
export function holdView(standing: Standing, today: string): HoldView {
  const { title, onlyCopy, offer, branches, branchId, isBusy, failure, refusal } = standing;
  const state = stateOf(standing);
  return {
    state,
    heading: headingOf(state, title),
    only: onlyCopy === '' || state === 'mine' ? '' : holdOfferWording.only(onlyCopy),
    facts: factsOf(standing, today),
    reasons: state === 'refused' && offer !== null ? holdReasonLines(offer.reasons, today) : [],
    branches: branches.map((branch) => ({ ...branch, isChosen: branch.branchId === branchId })),
    ...watchOf(standing, state),
    isBusy,
    failure: failure || refusal,
  };
}
