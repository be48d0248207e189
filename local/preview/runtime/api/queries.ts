import type { Phone } from '../phone';

interface Queries {
  createSelectorQuery: () => object;
  createIntersectionObserver: (options?: object) => object;
  createMediaQueryObserver: () => object;
}

/** Questions about what is drawn, on the page on top or in a component. */
export function queriesApi(phone: Phone) {
  const page = (): Queries => (phone.stack.top?.instance ?? phone.space.blank) as unknown as Queries;
  return {
    createSelectorQuery: () => page().createSelectorQuery(),
    createIntersectionObserver: (component?: Queries, options?: object) =>
      (component ?? page()).createIntersectionObserver(options),
    createMediaQueryObserver: (component?: Queries) => (component ?? page()).createMediaQueryObserver(),
    createAnimation: phone.program.taro.createAnimation,
    nextTick: (run: () => void) => queueMicrotask(run),
  };
}
