import { failureNote } from '../../../../format/block-notes';
import { waitLabel } from '../../../../format/wait-label';
import type { Binding } from '../../../../stores/membership/binding';
import { bindingFaults, bindingWording } from '../../../../wording/zh-CN/membership/binding';

const faultAt = (binding: Binding, ...places: readonly Binding['fault'][]): string =>
  binding.fault !== null && places.includes(binding.fault) ? bindingFaults[binding.fault] : '';

function actionOf(binding: Binding): string {
  if (binding.isSending) return bindingWording.sending;
  if (binding.waitMs > 0) return waitLabel(binding.waitMs);
  return binding.step === 'new-pin' ? bindingWording.changeAndBind : bindingWording.bind;
}

/** What the bind page shows of its store. */
export const bindFields = {
  step: (binding: Binding) => binding.step,
  cardNumber: (binding: Binding) => binding.cardNumber,
  name: (binding: Binding) => binding.name,
  pin: (binding: Binding) => binding.pin,
  newPin: (binding: Binding) => binding.newPin,
  newPinAgain: (binding: Binding) => binding.newPinAgain,
  hasConsent: (binding: Binding) => binding.hasConsent,
  faults: (binding: Binding) => ({
    cardNumber: faultAt(binding, 'cardNumber'),
    name: faultAt(binding, 'name'),
    pin: faultAt(binding, 'pin'),
    newPin: faultAt(binding, 'newPin'),
    newPinAgain: faultAt(binding, 'newPinAgain', 'not-the-same'),
    consent: faultAt(binding, 'consent'),
  }),
  failure: (binding: Binding) => failureNote('membership.bindCard', binding.failure),
  otherCard: (binding: Binding) =>
    binding.failure === 'other-card-bound' ? bindingWording.otherCard(binding.otherCard) : '',
  isStill: (binding: Binding) => binding.isSending || binding.waitMs > 0,
  action: actionOf,
};

/** Before the store is there. */
export const noBindingText = {
  step: 'details',
  cardNumber: '',
  name: '',
  pin: '',
  newPin: '',
  newPinAgain: '',
  faults: { cardNumber: '', name: '', pin: '', newPin: '', newPinAgain: '', consent: '' },
};
