import type { ResultRow } from '../../../../format/result-row';
import { open } from '../../../../platform/navigate';
import { routes } from '../../../../platform/routes';
import type { Tap } from '../../../../platform/tap';

/** How far outside the screen rows are still drawn, in px: about two screens either way. */
const around = { top: 1600, bottom: 1600, left: 0, right: 0 };

/**
 * A page's worth of results. Far from the screen it gives its rows up for an empty box of the same height, so that
 * a list of hundreds stays within the nodes that WeChat bears. `query` is what led here.
 */
Component({
  properties: {
    rows: { type: Array, value: [] as ResultRow[] },
    query: { type: String, value: '' },
  },
  data: { isNear: true, height: 0 },
  lifetimes: {
    attached() {
      const observer = this.createIntersectionObserver({}).relativeToViewport(around);
      observer.observe('.chunk', ({ intersectionRatio, boundingClientRect }) => {
        const isNear = intersectionRatio > 0 || boundingClientRect.height === 0;
        if (isNear !== this.data.isNear) this.setData({ isNear, height: boundingClientRect.height });
      });
      Object.assign(this, { observer });
    },
    detached() {
      (this as unknown as { observer: WechatMiniprogram.IntersectionObserver }).observer.disconnect();
    },
  },
  methods: {
    open({ currentTarget }: Tap<{ bookId: string }>) {
      open(routes.book(currentTarget.dataset.bookId, this.data.query));
    },
  },
});
