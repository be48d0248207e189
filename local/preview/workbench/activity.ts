import type { LogEntry, OutboxMessage } from '../../cloud/events/event-stream';
import { element } from '../runtime/frame/element';
import { action } from './controls';
import { words } from './wording';

/** Older lines are dropped; the cloud keeps its own. */
const keptLines = 500;

const time = (at: string): string =>
  new Date(at).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });

/** What the functions log and what goes wrong, the newest first, with request ids. */
export class LogList {
  readonly element = element('div', { className: 'activity' });
  private readonly list = element('ol', { className: 'log' });

  constructor() {
    const onlyErrors = element('input', { type: 'checkbox' });
    onlyErrors.addEventListener('change', () =>
      this.list.classList.toggle('only-errors', onlyErrors.checked),
    );
    const label = element('label', {}, onlyErrors, ` ${words.activity.errors}`);
    const bar = element(
      'div',
      { className: 'bar' },
      label,
      action(words.activity.clear, () => this.list.replaceChildren()),
    );
    this.element.append(bar, this.list);
  }

  add(entry: LogEntry): void {
    const line = element(
      'li',
      { className: entry.kind },
      element('time', {}, time(entry.at)),
      element('b', {}, entry.functionName ?? ''),
      element('span', {}, entry.text),
      element('code', {}, entry.requestId ?? ''),
    );
    this.list.prepend(line);
    if (this.list.children.length > keptLines) this.list.lastElementChild?.remove();
  }

  /** An error on the phone itself. */
  addPhoneError(text: string): void {
    const at = new Date().toISOString();
    this.add({ seq: 0, at, kind: 'error', functionName: words.look.title, requestId: null, text });
  }
}

/** What WeChat would have received, and what it answered. */
export class OutboxList {
  readonly element = element('div', { className: 'activity' });
  private readonly empty = element('p', { className: 'empty' }, words.outboxEmpty);
  private readonly list = element('ol', { className: 'outbox' });

  constructor() {
    this.element.append(this.empty, this.list);
  }

  add(message: OutboxMessage): void {
    this.empty.hidden = true;
    const sent = element('pre', {}, JSON.stringify(message.arguments, null, 2));
    const answered = element('pre', { className: 'answer' }, JSON.stringify(message.answer));
    const head = element(
      'header',
      {},
      element('time', {}, time(message.at)),
      element('b', {}, message.api),
      message.functionName ?? '',
    );
    this.list.prepend(element('li', {}, head, sent, answered));
  }
}
