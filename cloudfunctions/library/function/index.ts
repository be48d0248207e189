import { keptBriefly } from '../../kernel/kept-briefly';
import { wxDatabase } from '../../kernel/wechat/wx-cloud';
import { wxFunction } from '../../kernel/wechat/wx-platform';
import { cloudLibrary } from '../adapters/cloud-library';
import { library } from '../contract';
import { showToday } from '../use-cases/show-today';

/** A hand edit shows within a minute. */
const freshMs = 60_000;
const now = () => new Date();
const readLibrary = keptBriefly(cloudLibrary(wxDatabase()), freshMs, now);

export const main = wxFunction(library, { today: showToday(readLibrary, now) });
