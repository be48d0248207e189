/**
 * Thrown where others held the same documents for too long: nothing was done, and the same request may be made again.
 * `serve` answers `unavailable`.
 */
export class Busy extends Error {
  override readonly name = 'Busy';
}
