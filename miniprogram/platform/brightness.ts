/** How bright the screen was before it was made bright; null while it is as the patron set it. */
let before: number | null = null;
let isWanted = false;

/** Makes the screen as bright as it gets and keeps it on, for a code that is to be scanned. */
export async function brightenScreen(): Promise<void> {
  isWanted = true;
  try {
    const { value } = await wx.getScreenBrightness();
    // The patron may have left meanwhile.
    if (!isWanted || before !== null) return;
    before = value;
    wx.setScreenBrightness({ value: 1, fail: () => {} });
    wx.setKeepScreenOn({ keepScreenOn: true, fail: () => {} });
  } catch {
    // The code can be scanned on a darker screen too.
  }
}

/** Gives the screen back as it was. */
export function restoreScreen(): void {
  isWanted = false;
  if (before === null) return;
  wx.setScreenBrightness({ value: before, fail: () => {} });
  wx.setKeepScreenOn({ keepScreenOn: false, fail: () => {} });
  before = null;
}
