import type { glassEasel } from 'glass-easel-miniprogram-adapter';

type Edges = Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>;
type Status = Parameters<Parameters<glassEasel.Element['createIntersectionObserver']>[3]>[0];
type Listener = (status: Status & { id: string; dataset: object }) => void;

/** How an observer was made and what it is relative to. */
interface Setup {
  root: glassEasel.ShadowRoot;
  thresholds: number[];
  initialRatio: number;
  observeAll: boolean;
  relativeTo: string | null;
  margins: Edges | null;
  /** What `disconnect` ends. */
  running: object[];
}

/**
 * Makes all observers do what WeChat's do: the adapter's leave out the `id` and `dataset` of the observed node (which
 * van-calendar reads), want all four margins, and keep quiet about what is in sight from the start.
 */
export function completeObservers(component: { createIntersectionObserver: () => object }): void {
  const prototype = Object.getPrototypeOf(component.createIntersectionObserver()) as object;
  Object.assign(prototype, {
    observe(this: object, selector: string, listener: Listener): void {
      observe(setupOf(this), selector, listener);
    },
  });
}

function observe(setup: Setup, selector: string, listener: Listener): void {
  const { root, relativeTo, margins, thresholds, running } = setup;
  if (!margins) throw new Error('relativeTo or relativeToViewport comes before observe');
  const { top = 0, right = 0, bottom = 0, left = 0 } = margins;
  const relative = relativeTo === null ? null : root.querySelector(relativeTo);
  if (relativeTo !== null && relative === null) return;
  const targets = root.querySelectorAll(selector);
  for (const target of setup.observeAll ? targets : targets.slice(0, 1)) {
    const tell = skipStart(setup, (status) =>
      listener({ ...status, id: target.id, dataset: target.dataset }),
    );
    const margin = `${top}px ${right}px ${bottom}px ${left}px`;
    const observer = target.createIntersectionObserver(relative, margin, thresholds, tell);
    if (observer) running.push(observer);
  }
}

/** The first report counts only where a threshold lies between `initialRatio` and what is seen. */
function skipStart(
  { thresholds, initialRatio }: Setup,
  listener: (status: Status) => void,
): (status: Status) => void {
  const isNews = (ratio: number): boolean =>
    ratio !== initialRatio &&
    thresholds.some((threshold) => (initialRatio - threshold) * (ratio - threshold) <= 0);
  let isFirst = true;
  return (status) => {
    if (!isFirst || isNews(status.intersectionRatio)) listener(status);
    isFirst = false;
  };
}

/** The adapter keeps these in fields of its own. */
function setupOf(observer: object): Setup {
  const field = (name: string): unknown => Reflect.get(observer, `_$${name}`);
  const component = Reflect.get(field('comp') as object, '_$') as glassEasel.GeneralComponent;
  const root = component.getShadowRoot();
  if (!root) throw new Error('this component has no template to observe');
  return {
    root,
    thresholds: field('thresholds') as number[],
    initialRatio: field('initialRatio') as number,
    observeAll: field('observeAll') as boolean,
    relativeTo: field('selector') as string | null,
    margins: field('margins') as Edges | null,
    running: field('observers') as object[],
  };
}
