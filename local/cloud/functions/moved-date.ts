/**
 * A `Date` whose present is what `presentAt` makes of the machine's, in milliseconds; explicit dates are as ever. A proxy, not a subclass: dates that
 * Node makes itself must stay `instanceof Date`.
 */
export const movedDate = (
  RealDate: DateConstructor,
  presentAt: (realMs: number) => number,
): DateConstructor => {
  const now = () => presentAt(RealDate.now());
  return new Proxy(RealDate, {
    construct: (target, parameters: unknown[], newTarget) =>
      Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
};
