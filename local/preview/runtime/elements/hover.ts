/** `hover-class` of views: on while a finger is down, for at least as long as WeChat keeps it. */
export function watchHover(root: HTMLElement): void {
  let undo: (() => void) | undefined;
  root.addEventListener('touchstart', ({ target }) => {
    undo?.();
    const hovered = (target as Element).closest?.('mp-view[hover-class], mp-navigator[hover-class]');
    const names = hovered?.getAttribute('hover-class');
    if (!hovered || !names || names === 'none') return;
    const classes = names.split(/\s+/).flatMap((name) => [name].concat(scoped(hovered, name)));
    hovered.classList.add(...classes);
    undo = () => hovered.classList.remove(...classes);
  });
  const stayMs = 70;
  for (const end of ['touchend', 'touchcancel']) {
    root.addEventListener(end, () => {
      if (undo) window.setTimeout(undo, stayMs);
    });
  }
}

/** Inside a component the class carries the component's prefix (`book-card--pressed`), as its other classes do. */
function scoped(element: Element, name: string): string[] {
  const prefixes = [...element.classList].flatMap((each) => /^(.+--)/.exec(each)?.[1] ?? []);
  return [...new Set(prefixes)].map((prefix) => prefix + name);
}
