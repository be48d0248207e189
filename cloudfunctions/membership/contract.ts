import type { Contract } from '../kernel/contract';
import { applicationActions } from './contract/applications';
import { bindingActions } from './contract/binding';
import { decisionActions } from './contract/decisions';
import { digitalCardActions } from './contract/digital-card';
import { privacyActions } from './contract/privacy';
import { familyActions } from './contract/family';
import { deskCodeActions, staffActions } from './contract/staff';
import { termActions } from './contract/membership-term';

/** Everything about who someone is to the library; one file a subject in `contract/`. */
export const membership = {
  ...bindingActions,
  ...applicationActions,
  ...decisionActions,
  ...digitalCardActions,
  ...termActions,
  ...privacyActions,
  ...deskCodeActions,
  ...staffActions,
  ...familyActions,
} as const satisfies Contract;
