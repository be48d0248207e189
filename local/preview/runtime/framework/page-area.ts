/**
 * Positions count from the page area, below the navigation bar, as they do in WeChat; the document has the frame's
 * header above it.
 */
export function pageAreaOrigin(): { left: number; top: number } {
  const { left = 0, top = 0 } = document.getElementById('pages')?.getBoundingClientRect() ?? {};
  return { left, top };
}

interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A place in the browser's window as the mini program sees it: from the corner of its page. */
export function inPageArea({ left, top, width, height }: Rect) {
  const origin = pageAreaOrigin();
  const moved = { left: left - origin.left, top: top - origin.top, width, height };
  return { ...moved, right: moved.left + width, bottom: moved.top + height };
}
