import { makeAutoObservable } from 'mobx-miniprogram';
import type { Piece } from '../format/pieces';

const atFirst = 6;
const atATap = 20;

/** How far a long list inside a page is unfolded: a few lines at first, twenty more at every tap. */
export class Unfolding {
  taps = 0;

  constructor() {
    makeAutoObservable(this, {}, { autoBind: true });
  }

  more(): void {
    this.taps += 1;
  }

  hides(list: readonly unknown[]): boolean {
    return list.length > atFirst + this.taps * atATap;
  }

  /** What is shown, in pieces that stay the same when more comes after them. */
  of<T>(list: readonly T[]): readonly Piece<T>[] {
    const ends = Array.from({ length: this.taps + 1 }, (_, tap) => atFirst + tap * atATap);
    return ends
      .map((end, place) => ({ place, lines: list.slice(ends[place - 1] ?? 0, end) }))
      .filter(({ lines }) => lines.length > 0);
  }
}
