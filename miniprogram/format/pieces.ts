/** A piece of a long list, sent to the screen on its own; `place` is which piece, from 0. */
export type Piece<T> = { readonly place: number; readonly lines: readonly T[] };

/** Cuts a list in pieces of `size` lines; WeChat draws a list of lists faster than it takes one long list. */
export const inPieces = <T>(lines: readonly T[], size = 10): readonly Piece<T>[] =>
  Array.from({ length: Math.ceil(lines.length / size) }, (_, place) => ({
    place,
    lines: lines.slice(place * size, (place + 1) * size),
  }));
