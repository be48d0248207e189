/** The library is in Asia/Shanghai, without summer time; a phone may be anywhere. */
const libraryOffsetMs = 8 * 3_600_000;

/** What the library's clocks show at an instant (ms): the day `YYYY-MM-DD` and the time `HH:MM`. */
export function libraryTime(instant: number): { readonly day: string; readonly time: string } {
  const iso = new Date(instant + libraryOffsetMs).toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
}
