import type { Clock } from '../../kernel/clock';
import { addDays, libraryDay } from '../../kernel/library-day';
import type { Outcome, Parsed } from '../../kernel/contract';
import { ok, refuse } from '../../kernel/result';
import type { Caller } from '../../kernel/serve';
import type { catalog } from '../contract';
import { arrivedKey } from '../domain/works/rank-key';
import { exactUpTo, readCursor, writeCursor, type Total } from '../domain/result-order';
import type { Script } from '../domain/terms/script';
import type { Arrivals } from '../ports';
import { workCard } from '../domain/works/work-card';

type List = typeof catalog.newArrivals;
type Needs = { readonly arrivals: Arrivals; readonly script: Script; readonly now: Clock };

const search = 'new arrivals';

const countUpTo = async (arrivals: Arrivals, key: string): Promise<Total> => {
  const count = await arrivals.countBefore(key, exactUpTo + 1);
  return { count: Math.min(count, exactUpTo), isExact: count <= exactUpTo };
};

/** The works that came last, newest first, and how many came in the last seven days, today included. */
export const listNewArrivals =
  ({ arrivals, script, now }: Needs) =>
  async (_caller: Caller, { cursor, pageSize }: Parsed<List>): Promise<Outcome<List>> => {
    const from = cursor === undefined ? undefined : readCursor(search, cursor);
    if (cursor !== undefined && from === undefined) return refuse({ code: 'bad-cursor' as const });
    const weekAgo = arrivedKey(addDays(libraryDay(now()), -7), '');
    const [found, thisWeek] = await Promise.all([
      arrivals.after(from?.at.order ?? '', pageSize + 1),
      from?.total ?? countUpTo(arrivals, weekAgo),
    ]);
    const page = found.slice(0, pageSize);
    const last = page.at(-1);
    const isLast = found.length <= pageSize || last === undefined;
    return ok({
      results: page.map((work) => workCard(work, {}, script)),
      thisWeek,
      cursor: isLast
        ? null
        : writeCursor(search, { at: { window: '', quality: 0, order: last.arrived }, total: thisWeek }),
    });
  };
