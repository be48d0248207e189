import { familyRights, type FamilyRight } from './contract';
import type { Day } from './library-day';
import { readWritten, type Understood, type Written } from './written-fields';

/** `card` lets `by` see what it has borrowed, or renew it too, through `endsOn`. */
export type LinkedCards = {
  readonly card: string;
  /** What stands for that card in the audit log. */
  readonly pseudonym: string;
  readonly by: string;
  readonly right: FamilyRight;
  readonly endsOn: Day;
};

/** A document of `family_links` as it was understood; null where anything of it can't be told: it gives no right. */
export const readFamilyLink = (linkId: string, document: Written): Understood<LinkedCards | null> => {
  const { faults, ...written } = readWritten('family_links', linkId, document);
  const [card, pseudonym, by] = [written.text('card'), written.text('pseudonym'), written.text('by')];
  const right = written.oneOf('right', familyRights);
  const [endsOn, state] = [written.day('endsOn'), written.oneOf('state', ['active'])];
  if (!card || !pseudonym || !by || !right || !endsOn || !state) return { value: null, faults };
  return { value: { card, pseudonym, by, right, endsOn }, faults };
};
