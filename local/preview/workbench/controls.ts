import { element } from '../runtime/frame/element';

/** A titled block of the workbench. */
export function panel(title: string, ...children: (Node | string)[]): HTMLElement {
  return element('section', { className: 'panel' }, element('h2', {}, title), ...children);
}

/** A row of choices of which one is chosen; `choose` is told its value. */
export function segments(
  label: string,
  choices: Record<string, string>,
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const row = element('div', { className: 'segments', role: 'radiogroup', ariaLabel: label });
  const mark = (value: string): void => {
    for (const button of row.querySelectorAll('button')) {
      button.ariaChecked = String(button.value === value);
    }
  };
  for (const [value, text] of Object.entries(choices)) {
    const button = element('button', { type: 'button', role: 'radio', value, textContent: text });
    button.addEventListener('click', () => {
      mark(value);
      choose(value);
    });
    row.append(button);
  }
  mark(chosen);
  return element('div', { className: 'row' }, element('span', { className: 'label' }, label), row);
}

/** A button that does something at once. */
export function action(text: string, run: () => unknown): HTMLButtonElement {
  const button = element('button', { type: 'button', textContent: text, className: 'action' });
  button.addEventListener('click', () => void run());
  return button;
}

/** A line for what went well or wrong; it is read out to those who can't see it. */
export class Notice {
  readonly element = element('p', { className: 'notice', role: 'status', hidden: true });

  tell(text: string, isFault = false): void {
    this.element.textContent = text;
    this.element.hidden = text === '';
    this.element.classList.toggle('fault', isFault);
  }

  /** Runs what may be refused, and shows the refusal. @returns whether it went well. */
  async attempt(run: () => Promise<void>): Promise<boolean> {
    try {
      this.tell('');
      await run();
      return true;
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error), true);
      return false;
    }
  }
}
