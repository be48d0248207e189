import type { PageHandle } from './page-handle';

/** Reports scrolling to the page: onPageScroll at every step, onReachBottom once per arrival at the bottom. */
export function watchScroll(page: PageHandle): void {
  const { element } = page;
  const distance = page.window.onReachBottomDistance ?? 50;
  let reachedAt = 0;
  element.addEventListener('scroll', () => {
    if (page.has('onPageScroll')) page.call('onPageScroll', { scrollTop: element.scrollTop });
    const { scrollTop, scrollHeight, clientHeight } = element;
    const isNear = scrollTop + clientHeight >= scrollHeight - distance;
    if (!isNear) reachedAt = 0;
    else if (reachedAt !== scrollHeight) {
      reachedAt = scrollHeight; // a page that has grown may be reached again
      page.call('onReachBottom');
    }
  });
}

export interface ScrollTarget {
  scrollTop: number;
  selector: string;
  offsetTop: number;
  duration: number;
}

/** wx.pageScrollTo; `duration` in ms, 0 jumps. */
export function scrollPageTo({ element }: PageHandle, target: Partial<ScrollTarget>): void {
  let top = target.scrollTop ?? 0;
  if (target.selector) {
    const found = element.querySelector(target.selector);
    if (!found) throw new Error('select node is not found');
    top = found.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop;
  }
  const behavior = target.duration === 0 ? 'instant' : 'smooth';
  element.scrollTo({ top: top + (target.offsetTop ?? 0), behavior });
}
