import type { Phone } from '../phone';
import { accountApi } from './account';
import { cloudApi } from './cloud';
import { fileSystemApi, userData } from './file-system';
import { filesApi } from './files';
import { happeningsApi } from './happenings';
import { hardwareApi } from './hardware';
import { interactionApi } from './interaction';
import { logsApi } from './logs';
import { navigationApi } from './navigation';
import { pageLookApi } from './page-look';
import { paymentApi } from './payment';
import { privacyApi } from './privacy';
import { queriesApi } from './queries';
import { refuseUnknown } from './refuse-unknown';
import { shareApi } from './share';
import { storageApi } from './storage';
import { subscriptionsApi } from './subscriptions';
import { systemApi } from './system';
import { isSupported, probed, type SupportedName } from './table';
import { updateApi } from './update';
import { viewersApi } from './viewers';

/** The global `wx`: exactly what the table names; anything else throws when it is read. */
export function createWx(phone: Phone): object {
  const wx = {
    ...navigationApi(phone.stack, phone.history),
    ...pageLookApi(phone),
    ...interactionApi(phone),
    ...storageApi(phone),
    ...cloudApi(phone),
    ...systemApi(phone),
    ...happeningsApi(phone),
    ...queriesApi(phone),
    ...filesApi(phone),
    ...fileSystemApi(),
    ...viewersApi(),
    ...hardwareApi(phone),
    ...paymentApi(),
    ...privacyApi(phone),
    ...subscriptionsApi(),
    ...shareApi(),
    ...accountApi(phone),
    ...logsApi(),
    ...updateApi(),
    canIUse,
    env: { USER_DATA_PATH: userData },
  } satisfies Record<SupportedName, unknown>;
  return refuseUnknown('wx', wx, probed);
}

/** `wx.canIUse('getWindowInfo')`, `wx.canIUse('cloud.callFunction')`: true for what the table has. */
function canIUse(schema: string): boolean {
  return isSupported(schema.split('.')[0] ?? '');
}
