import { say, tell } from '../../platform/notify';
import type { BoundCard } from '../../stores/session';
import { bindingWording } from '../../wording/zh-CN/membership/binding';

/** A card that does not work is bound all the same, and its patron hears what is wrong with it. */
export const afterBinding = async ({ standing }: BoundCard): Promise<void> => {
  if (standing === 'active') return say(bindingWording.bound);
  const { boundButExpired, boundButSuspended, understood } = bindingWording;
  await tell(standing === 'expired' ? boundButExpired : boundButSuspended, understood);
};
