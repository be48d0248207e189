/**
 * A mouse acts as a finger: pages, Vant and Taro's elements listen to touches only. Real touches, after which
 * browsers send mouse events as well, are left alone.
 */
export function useMouseAsFinger(root: HTMLElement): void {
  let target: EventTarget | null = null;
  let lastRealTouch = -Infinity;
  root.addEventListener(
    'touchstart',
    (event) => {
      if (event.isTrusted) lastRealTouch = event.timeStamp;
    },
    true,
  );
  root.addEventListener(
    'mousedown',
    (event) => {
      if (event.button !== 0 || event.timeStamp - lastRealTouch < 800 || hearsMice(event)) return;
      target = event.target;
      if (target) send('touchstart', event, target);
    },
    true,
  );
  window.addEventListener(
    'mousemove',
    (event) => {
      if (target) send('touchmove', event, target);
    },
    true,
  );
  window.addEventListener(
    'mouseup',
    (event) => {
      if (!target) return;
      send('touchend', event, target);
      target = null;
    },
    true,
  );
}

/** The wheels of a picker listen to mice too: moved twice by one mouse they would stand still. */
const hearsMice = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('taro-picker-group') !== null;

function send(type: string, { clientX, clientY, screenX, screenY }: MouseEvent, target: EventTarget): void {
  const touch = { identifier: 0, target, clientX, clientY, screenX, screenY, pageX: clientX, pageY: clientY };
  const event = new Event(type, { bubbles: true, cancelable: true, composed: true });
  const touches = type === 'touchend' ? [] : [touch];
  Object.defineProperties(event, {
    touches: { value: touches },
    targetTouches: { value: touches },
    changedTouches: { value: [touch] },
  });
  target.dispatchEvent(event);
}
