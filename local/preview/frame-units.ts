/**
 * Lengths that count in the phone frame's size: 750rpx is its width; `vw` and `vh` are hundredths of the page area,
 * not of the browser's window; safe areas are the frame's. For style sheets and for inline styles.
 */
export function toFrameUnits(style: string): string {
  if (!/rpx|v[wh]\b|safe-area/.test(style)) return style;
  return style
    .replace(/(?<![\w-])(-?(?:\d*\.)?\d+)(rpx|vw|vh)\b/g, 'calc($1 * var(--$2))')
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-\w+)\s*(?:,[^)]*)?\)/g, 'var(--$1)');
}
