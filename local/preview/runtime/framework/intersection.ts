import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** glass-easel's observers leave out the `id` and `dataset` of the observed node, which van-calendar reads. */
export function completeIntersections(): void {
  const { prototype } = glassEasel.Element;
  const observe = Reflect.get(prototype, 'createIntersectionObserver');
  prototype.createIntersectionObserver = function observeWithIdentity(
    relative,
    margin,
    thresholds,
    listener,
  ) {
    return observe.call(this, relative, margin, thresholds, (result) => {
      listener({ ...result, id: this.id, dataset: this.dataset } as typeof result);
    });
  };
}
