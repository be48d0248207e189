import { byId, element } from './element';

/** A layer over the phone's screen, which closes itself. */
export interface Overlay {
  root: HTMLElement;
  close: () => void;
}

/** Shows `content` over the screen; `look` is a class of phone.css (`at-bottom`, `clear`, `black` …). */
export function showOverlay(content: HTMLElement, look = ''): Overlay {
  const root = element('div', { className: `overlay ${look}`.trim() }, content);
  byId('overlays').append(root);
  return { root, close: () => root.remove() };
}

/** What takes each layer away that the phone's own back would: dialogs, sheets, viewers. */
const dismissals = new Map<HTMLElement, () => void>();

/** Like `showOverlay`, for a layer that goes away with the page that it was opened on; `dismissed` is told so. */
export function showDialog(content: HTMLElement, look = '', dismissed = (): void => undefined): Overlay {
  const { root } = showOverlay(content, look);
  const close = (): void => {
    dismissals.delete(root);
    root.remove();
  };
  dismissals.set(root, () => {
    close();
    dismissed();
  });
  return { root, close };
}

/** Closes every dialog, as if each had been cancelled: another page has come. */
export function dismissDialogs(): void {
  for (const dismiss of dismissals.values()) dismiss();
}

export interface Choice<T> {
  label: string;
  value: T;
  color?: string | undefined;
}

/** A row of buttons; a tap on one hands out its value. */
export function buttonRow<T>(choices: Choice<T>[], choose: (value: T) => void): HTMLElement {
  return element('div', { className: 'buttons' }, ...choices.map((choice) => choiceButton(choice, choose)));
}

/** One button of such a row. */
export function choiceButton<T>(
  { label, value, color }: Choice<T>,
  choose: (value: T) => void,
): HTMLButtonElement {
  const button = element('button', { type: 'button', textContent: label });
  if (color) button.style.color = color;
  button.addEventListener('click', () => choose(value));
  return button;
}

/** Asks with a dialog or sheet: `build` draws it and calls `choose`, which closes it; `cancelled` is the answer else. */
export function ask<T>(
  build: (choose: (value: T) => void) => HTMLElement,
  cancelled: T,
  look?: string,
): Promise<T> {
  return new Promise((resolve) => {
    const choose = (value: T): void => {
      overlay.close();
      resolve(value);
    };
    const overlay = showDialog(build(choose), look, () => resolve(cancelled));
  });
}
