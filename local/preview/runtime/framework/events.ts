import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { pageAreaOrigin } from './page-area';

/** In WeChat only these travel up the tree; input, change, blur and the like stay at their element. */
const bubbling = /^(tap|canceltap|longpress|longtap|touch|transitionend|animation)/;

interface TouchPoint {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
}

/** Passes the document's events on to the mini program as WeChat's. */
export function deliverEvents(backend: glassEasel.CurrentWindowBackendContext): void {
  backend.onEvent((target, type, detail: unknown, { originalEvent }) => {
    if (type === 'click') return undefined; // WeChat has tap; a leaking click would fire bind:click of a component
    const original = originalEvent as Event;
    return dispatch(target, type, detailOf(type, detail, original), original);
  });
  watchLongPress();
}

/** A custom element's own detail; a tap's place in the page; otherwise what glass-easel collected. */
function detailOf(type: string, detail: unknown, original: Event): unknown {
  if (original instanceof CustomEvent) return original.detail as unknown;
  if (!type.endsWith('tap')) return detail;
  const { x = 0, y = 0 } = detail as { x?: number; y?: number };
  const { left, top } = pageAreaOrigin();
  return { x: x - left, y: y - top };
}

function dispatch(
  target: glassEasel.Element,
  type: string,
  detail: unknown,
  original: Event,
): ReturnType<glassEasel.Event<unknown>['getEventBubbleStatus']> {
  const bubbles = bubbling.test(type);
  const event = new glassEasel.Event(type, detail, {
    originalEvent: original,
    bubbles,
    composed: bubbles,
    capturePhase: bubbles,
    extraFields: touchesOf(original),
  });
  glassEasel.Event.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
}

function touchesOf(event: Event): Record<string, TouchPoint[]> {
  const { touches, changedTouches } = event as Partial<TouchEvent>;
  return { touches: points(touches), changedTouches: points(changedTouches) };
}

function points(list: Iterable<Touch> | undefined): TouchPoint[] {
  const { left, top } = pageAreaOrigin();
  return [...(list ?? [])].map((touch) => {
    const clientX = touch.clientX - left;
    const clientY = touch.clientY - top;
    return { identifier: touch.identifier, clientX, clientY, pageX: clientX, pageY: clientY };
  });
}

const longPressMs = 350;

/** glass-easel has no `longpress`: a finger that stays in place for 350 ms. */
function watchLongPress(): void {
  let timer = 0;
  const stop = (): void => window.clearTimeout(timer);
  document.body.addEventListener(
    'touchstart',
    (event) => {
      stop();
      timer = window.setTimeout(() => {
        const target = closestNode(event.target);
        const touch = event.touches[0];
        if (target) dispatch(target, 'longpress', { x: touch?.clientX, y: touch?.clientY }, event);
      }, longPressMs);
    },
    true,
  );
  for (const end of ['touchmove', 'touchend', 'touchcancel']) document.body.addEventListener(end, stop, true);
}

/** The mini program's node that a document's node was drawn for, or the nearest one around it. */
export function closestNode(target: EventTarget | null): glassEasel.Element | null {
  for (let node = target as Node | null; node; node = node.parentNode) {
    const drawn = Reflect.get(node, '__wxElement') as glassEasel.Element | undefined;
    if (drawn) return drawn;
  }
  return null;
}
