import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { Handlers } from '../../kernel/serve';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudLibrary } from '../adapters/cloud-library';
import type { library } from '../contract';
import { showToday } from '../use-cases/show-today';

/** A hand edit shows within a minute. */
const freshMs = 60_000;

/** Every action of this function on a database; tests serve the very same. */
export const libraryHandlers = (database: Database, now: Clock): Handlers<typeof library> => ({
  today: showToday(keptBriefly(cloudLibrary(database), freshMs, now), now),
});
