import type { Page } from 'playwright-core';

const smallestTap = 44;

/** Anything on the page that is wider than the phone, as text; scrolling rows are allowed to be. */
export const tooWide = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#pages *')]
      .filter((element) => element.closest('taro-scroll-view-core') === null)
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => `${element.tagName}.${element.className}`),
  );

/** What can be tapped and is smaller than a finger. */
export const tooSmall = (page: Page) =>
  page.evaluate((least) => {
    const roles = ['button', 'link', 'radio', 'checkbox', 'switch', 'tab'];
    const tappable = document.querySelectorAll(roles.map((role) => `#pages [aria-role=${role}]`).join());
    return [...tappable]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
      .map(
        ({ element, box }) => `${element.className}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      );
  }, smallestTap);
