/** The first base library with WeChat's privacy interface, and the oldest that this mini program runs on. */
export const oldestBaseLibrary = '2.32.3';

/** Whether dotted version `a` comes before `b`. */
export const isOlder = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
};

/** Whether this WeChat is too old. `getAppBaseInfo` itself is missing before 2.20.1. */
export const isBaseLibraryTooOld = (): boolean =>
  typeof wx.getAppBaseInfo !== 'function' || isOlder(wx.getAppBaseInfo().SDKVersion, oldestBaseLibrary);
