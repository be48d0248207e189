import { Cron } from 'croner';
import type { Clock } from './clock';

/** A timer trigger of a function's `config.json`; `cron` has WeChat's 7 fields, in UTC+8. */
export type Timer = { readonly functionName: string; readonly name: string; readonly cron: string };

/** A timer that came due: the last moment it was due at, and how many earlier ones fell into the same move. */
export type Due = { readonly timer: Timer; readonly at: Date; readonly skipped: number };

const LONGEST_WAIT_MS = 60_000;
const COUNTED_AT_MOST = 1_000;

const schedule = (timer: Timer) => new Cron(timer.cron, { timezone: 'Asia/Shanghai', paused: true });

/** Null when the expression is valid, otherwise what is wrong with it. WeChat wants all seven fields. */
export const cronFault = (cron: string): string | null => {
  if (cron.trim().split(/\s+/).length !== 7)
    return 'needs 7 fields: second minute hour day month weekday year';
  try {
    void new Cron(cron, { timezone: 'Asia/Shanghai', paused: true });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** The timers due after `from` up to and including `to`: each at most once, at its last moment. */
export const dueBetween = (timers: readonly Timer[], from: Date, to: Date): Due[] =>
  timers.flatMap((timer) => {
    const cron = schedule(timer);
    let next = cron.nextRun(from);
    if (!next || next > to) return [];
    let times = 0;
    while (next && next <= to && times < COUNTED_AT_MOST) {
      times += 1;
      next = cron.nextRun(next);
    }
    // previousRuns excludes its reference, and seconds are its smallest step.
    const at = cron.previousRuns(1, new Date(to.getTime() + 1_000)).find((moment) => moment <= to) ?? to;
    return [{ timer, at, skipped: times - 1 }];
  });

export type TimerSchedule = {
  /** Fires what came due since the last look; resolves when those calls have ended. */
  catchUp(): Promise<Due[]>;
  stop(): void;
};

/**
 * Fires each timer when the clock reaches it, and, after the clock was moved, each timer it was moved past.
 * A clock moved back fires nothing. `timers` is asked anew each time: a rebuilt function may bring others.
 */
export const runTimers = (
  clock: Clock,
  timers: () => readonly Timer[],
  fire: (due: Due) => Promise<void>,
): TimerSchedule => {
  let seen = clock.now();
  let alarm: NodeJS.Timeout | undefined;
  let stopped = false;

  const setAlarm = () => {
    clearTimeout(alarm);
    if (stopped) return;
    const now = clock.now();
    const waits = timers().flatMap((timer) => {
      const next = schedule(timer).nextRun(now);
      return next ? [next.getTime() - now.getTime()] : [];
    });
    alarm = setTimeout(() => void catchUp(), Math.min(LONGEST_WAIT_MS, ...waits));
    alarm.unref();
  };

  const catchUp = async () => {
    const now = clock.now();
    const due = now > seen ? dueBetween(timers(), seen, now) : [];
    seen = now;
    setAlarm();
    await Promise.all(due.map(fire));
    return due;
  };

  setAlarm();
  return {
    catchUp,
    stop() {
      stopped = true;
      clearTimeout(alarm);
    },
  };
};
