import * as v from 'valibot';
import type { Clock } from '../clock/clock';
import { parseDuration } from '../clock/duration';
import type { Due, TimerSchedule } from '../clock/timers';
import type { EventStream } from '../events/event-stream';
import { readJson } from '../http/body';
import { BadRequest, type Route, sendJson } from '../http/exchange';
import type { ClockReading, MovedClock } from './replies';

const Move = v.union(
  [
    v.strictObject({ advance: v.string() }),
    v.strictObject({ set: v.pipe(v.string(), v.isoTimestamp()), still: v.optional(v.literal(true)) }),
    v.strictObject({ reset: v.literal(true) }),
  ],
  'give {"advance":"5m"}, {"set":"2026-11-21T08:00:00.000Z"} (and "still":true) or {"reset":true}',
);

/** Cron knows the years 1970 to 2099. */
const EARLIEST = Date.parse('1970-01-02T00:00:00.000Z');
const LATEST = Date.parse('2099-12-31T00:00:00.000Z');

const offsetAfter = (clock: Clock, move: v.InferOutput<typeof Move>): number => {
  if ('reset' in move) return 0;
  if ('set' in move) return Date.parse(move.set) - Date.now();
  const length = parseDuration(move.advance);
  if (length === undefined) throw new BadRequest('bad-shape', `advance: not a duration: ${move.advance}`);
  return clock.offsetMs() + length;
};

const describe = ({ timer, at, skipped }: Due) => ({
  function: timer.functionName,
  name: timer.name,
  at: at.toISOString(),
  skipped,
});

const reading = (clock: Clock): ClockReading => ({
  now: clock.now().toISOString(),
  offsetMs: clock.offsetMs(),
});

/**
 * `GET /workbench/clock` reads the cloud's time: nothing else, so it is quick whatever the collections hold.
 * `POST /workbench/clock` moves it and fires the timers that it was moved past, each once at its last moment
 * (`skipped` says how many earlier ones fell away). Answers when those calls have ended. With `still` the clock stands
 * where it was set until it is set again: a moment before midnight stays one.
 */
export const clockRoutes = (clock: Clock, timers: TimerSchedule, events: EventStream): readonly Route[] => [
  {
    method: 'GET',
    path: '/workbench/clock',
    handle: ({ response }) => sendJson(response, reading(clock)),
  },
  {
    method: 'POST',
    path: '/workbench/clock',
    handle: async ({ request, response }) => {
      const move = await readJson(request, Move);
      const offset = offsetAfter(clock, move);
      const moved = Date.now() + offset;
      if (moved < EARLIEST || moved > LATEST)
        throw new BadRequest('bad-shape', 'a time between 1970 and 2099');
      if ('set' in move && move.still) clock.standStill(new Date(move.set));
      else clock.setOffset(offset);
      events.publish({ type: 'clock', ...reading(clock) });
      const fired = await timers.catchUp();
      sendJson(response, { ...reading(clock), fired: fired.map(describe) } satisfies MovedClock);
    },
  },
];
