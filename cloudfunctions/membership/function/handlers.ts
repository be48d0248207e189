import type { Clock } from '../../kernel/clock';
import type { Handlers } from '../../kernel/serve';
import type { Database } from '../../kernel/wechat/wx-cloud';
import type { membership } from '../contract';
import { scryptPins } from '../adapters/scrypt-pins';
import { applicationHandlers, wechatOutside } from './application-handlers';
import { cardHandlers } from './card-handlers';
import { privacyHandlers } from './privacy-handlers';
import { bindingHandlers } from './binding-handlers';
import { familyHandlers } from './family-handlers';
import { staffHandlers } from './staff-handlers';

/**
 * Every action of this function on a database; tests serve the very same, with PINs that are hashed at less cost and a
 * storage of their own.
 */
export const membershipHandlers = (
  database: Database,
  now: Clock,
  pins = scryptPins(),
  outside = wechatOutside(),
): Handlers<typeof membership> => ({
  ...bindingHandlers(database, now, pins),
  ...staffHandlers(database, now),
  ...familyHandlers(database, now),
  ...cardHandlers(database, now),
  ...privacyHandlers(database, now, outside.files),
  ...applicationHandlers(database, now, outside),
});
