import type { RawDocument } from '../../../cloud/workbench/collection-console';
import { element } from '../../runtime/frame/element';
import { askCloud } from '../cloud';
import { action, Notice } from '../controls';
import { words } from '../wording';

const { database } = words;

/** Edits one record as JSON, in a dialog. What can't be saved stays on the screen, with the reason. */
export class DocumentEditor {
  private readonly dialog = element('dialog', { className: 'editor' });
  private readonly text = element('textarea', { spellcheck: false, ariaLabel: 'JSON' });
  private readonly notice = new Notice();
  private readonly original: string;
  private readonly collection: string;
  private readonly id: string | undefined;
  private readonly onChanged: () => unknown;

  /** Without a document, a new one is written. */
  constructor(collection: string, document: RawDocument | undefined, onChanged: () => unknown) {
    this.collection = collection;
    this.onChanged = onChanged;
    this.id = document && String(document['_id']);
    this.original = this.text.value = JSON.stringify(document ?? { _id: '' }, null, 2);
    const buttons = element(
      'div',
      { className: 'buttons' },
      action(database.save, () => this.save()),
    );
    if (this.id !== undefined) buttons.append(action(database.remove, () => this.remove()));
    buttons.append(action(database.close, () => this.leave()));
    this.dialog.append(element('h2', {}, `${collection} / ${this.id ?? database.add}`), this.text);
    this.dialog.append(this.notice.element, buttons);
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.leave();
    });
  }

  open(): void {
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  private async save(): Promise<void> {
    const saved = await this.notice.attempt(async () => {
      const document = parseDocument(this.text.value);
      const id = document['_id'] ?? this.id;
      if (typeof id !== 'string' || id === '') throw new Error(database.noId);
      await this.ask(this.id ?? id, { method: 'PUT', body: JSON.stringify(document) });
    });
    if (saved) this.done();
  }

  private async remove(): Promise<void> {
    if (this.id === undefined || !window.confirm(database.sureToRemove(this.id))) return;
    const { id } = this;
    const removed = await this.notice.attempt(() => this.ask(id, { method: 'DELETE' }));
    if (removed) this.done();
  }

  private async ask(id: string, init: RequestInit): Promise<void> {
    await askCloud(`collections/${this.collection}/${encodeURIComponent(id)}`, init);
  }

  private leave(): void {
    if (this.text.value === this.original || window.confirm(database.sureToLeave)) this.dialog.remove();
  }

  private done(): void {
    this.dialog.remove();
    this.onChanged();
  }
}

class NotAName extends Error {}

/** The cloud would drop it without a word: it means an object's prototype, not a field. */
function refusePrototype(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new NotAName(database.notAName(name));
  return value;
}

/** Reads a record or a query. @throws Error in words for people. */
export function parseDocument(text: string): RawDocument {
  let value: unknown;
  try {
    value = JSON.parse(text, refusePrototype);
  } catch (error) {
    if (error instanceof NotAName) throw error;
    throw new Error(database.notJson(error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(database.notObject);
  return value as RawDocument;
}
