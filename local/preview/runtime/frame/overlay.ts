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

export interface Choice<T> {
  label: string;
  value: T;
  color?: string | undefined;
}

/** A row of buttons; a tap on one hands out its value. */
export function buttonRow<T>(choices: Choice<T>[], choose: (value: T) => void): HTMLElement {
  return element('div', { className: 'buttons' }, ...choices.map((choice) => choiceButton(choice, choose)));
}

export function choiceButton<T>(
  { label, value, color }: Choice<T>,
  choose: (value: T) => void,
): HTMLButtonElement {
  const button = element('button', { type: 'button', textContent: label });
  if (color) button.style.color = color;
  button.addEventListener('click', () => choose(value));
  return button;
}

/** Asks with a dialog or sheet: `build` draws it and calls `choose`, which closes it. */
export function ask<T>(build: (choose: (value: T) => void) => HTMLElement, look?: string): Promise<T> {
  return new Promise((resolve) => {
    const overlay = showOverlay(
      build((value) => {
        overlay.close();
        resolve(value);
      }),
      look,
    );
  });
}
