import { element } from './element';
import { ask, buttonRow, choiceButton, type Choice } from './overlay';
import { words } from '../wording';

export interface ModalOptions {
  title: string;
  content: string;
  showCancel: boolean;
  cancelText: string;
  cancelColor: string;
  confirmText: string;
  confirmColor: string;
  editable: boolean;
  placeholderText: string;
}

/** wx.showModal's dialog; with `editable` the field's text comes back as `content`. */
export async function askModal(options: Partial<ModalOptions>): Promise<object> {
  const field = element('input', {
    className: 'field',
    value: options.content ?? '',
    placeholder: options.placeholderText ?? '',
  });
  const buttons: Choice<boolean>[] = [
    {
      label: options.confirmText ?? words.confirm,
      value: true,
      color: options.confirmColor ?? 'var(--link)',
    },
  ];
  if (options.showCancel !== false) {
    buttons.unshift({ label: options.cancelText ?? words.cancel, value: false, color: options.cancelColor });
  }
  const confirm = await ask<boolean>((choose) => {
    const dialog = element('div', { className: 'dialog', role: 'dialog' });
    if (options.title) dialog.append(element('h2', {}, options.title));
    if (options.editable) dialog.append(element('div', { className: 'content' }, field));
    else if (options.content) dialog.append(element('p', {}, options.content));
    dialog.append(buttonRow(buttons, choose));
    return dialog;
  }, false);
  return { confirm, cancel: !confirm, content: options.editable && confirm ? field.value : null };
}

/** A list that rises from the bottom. @returns the tapped index, or -1 when cancelled. */
export function askFromSheet(
  items: string[],
  options: { title?: string; color?: string } = {},
): Promise<number> {
  return ask<number>(
    (choose) => {
      const sheet = element('div', { className: 'sheet', role: 'dialog' });
      if (options.title) sheet.append(element('h2', {}, options.title));
      items.forEach((label, index) =>
        sheet.append(choiceButton({ label, value: index, color: options.color }, choose)),
      );
      const cancel = choiceButton({ label: words.cancel, value: -1 }, choose);
      cancel.className = 'cancel';
      sheet.append(cancel);
      return sheet;
    },
    -1,
    'at-bottom',
  );
}

/** A sheet with a text and two answers, as WeChat asks for consent. */
export function askConsent(
  title: string,
  content: HTMLElement,
  accept: string,
  refuse: string,
): Promise<boolean> {
  return ask<boolean>(
    (choose) => {
      const buttons = buttonRow(
        [
          { label: refuse, value: false },
          { label: accept, value: true },
        ],
        choose,
      );
      const body = element('div', { className: 'content' }, content);
      return element('div', { className: 'sheet', role: 'dialog' }, element('h2', {}, title), body, buttons);
    },
    false,
    'at-bottom',
  );
}

/** A field to type what the phone would have read or picked. @returns null when cancelled. */
export function askText(title: string, placeholder: string): Promise<string | null> {
  return ask<string | null>((choose) => {
    const field = element('input', { className: 'field', placeholder });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') choose(field.value);
    });
    queueMicrotask(() => field.focus());
    const buttons = element('div', { className: 'buttons' });
    buttons.append(choiceButton<string | null>({ label: words.cancel, value: null }, choose));
    const confirm = element('button', { type: 'button', textContent: words.confirm });
    confirm.addEventListener('click', () => choose(field.value));
    buttons.append(confirm);
    const content = element('div', { className: 'content' }, field);
    return element(
      'div',
      { className: 'dialog', role: 'dialog' },
      element('h2', {}, title),
      content,
      buttons,
    );
  }, null);
}
