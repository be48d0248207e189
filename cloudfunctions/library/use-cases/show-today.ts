import type { Clock } from '../../kernel/clock';
import { ok } from '../../kernel/result';
import type { Outcome } from '../../kernel/contract';
import type { library } from '../contract';
import { openNow, type OpenNow } from '../domain/opening-hours';
import type { ReadLibrary } from '../ports';

const notKnown: OpenNow = { hours: null, isOpen: false, nextChange: null };

/** The library's name and its branches: where they are, open now or not, until or from when. */
export const showToday =
  (readLibrary: ReadLibrary, now: Clock) => async (): Promise<Outcome<typeof library.today>> => {
    const { name, branches, calendars } = await readLibrary();
    const at = now();
    const shown = branches.map(({ calendarId, ...branch }) => {
      const calendar = calendars.get(calendarId ?? '');
      const { hours, isOpen, nextChange } = calendar ? openNow(calendar, branch.branchId, at) : notKnown;
      return { ...branch, hours: hours && [...hours], isOpen, nextChange };
    });
    return ok({ name, branches: shown });
  };
