const standardFontSize = 17;
const smallest = 0.9;
const largest = 1.5;

type FontSettings = { readonly fontSizeScaleFactor?: number; readonly fontSizeSetting?: number };

/** How much larger than usual the patron has set WeChat's type; care mode (关怀模式) is 1.4. */
export const typeScaleOf = ({ fontSizeScaleFactor, fontSizeSetting }: FontSettings): number => {
  const scale = fontSizeScaleFactor ?? (fontSizeSetting ?? standardFontSize) / standardFontSize;
  const inRange = Math.min(largest, Math.max(smallest, scale));
  return Math.round(inRange * 100) / 100;
};

/** The style of a page's root: everything in it measures type by this. */
export const screenStyle = (): string => {
  const settings = typeof wx.getAppBaseInfo === 'function' ? wx.getAppBaseInfo() : {};
  return `--type-scale: ${typeScaleOf(settings)}`;
};
