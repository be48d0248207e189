import type { RawDocument } from '../../../cloud/workbench/collection-console';
import type { CloudState, CollectionPage } from '../../../cloud/workbench/replies';
import { element } from '../../runtime/frame/element';
import { askCloud } from '../cloud';
import { action, Notice } from '../controls';
import { words } from '../wording';
import { collectionList } from './collection-list';
import { DocumentEditor, parseDocument } from './document-editor';
import { transferButtons } from './transfer';

const pageSize = 20;
const { database } = words;

/** The console page: collections, a page of records that match a query, and what can be done with them. */
export class DatabaseConsole {
  readonly element = element('div', { className: 'database' });
  private readonly side = element('div');
  private readonly main = element(
    'div',
    { className: 'records' },
    element('p', { className: 'empty' }, database.choose),
  );
  private readonly notice = new Notice();
  private collection = '';
  private skip = 0;
  private query = '{}';

  constructor() {
    this.element.append(this.side, this.main);
  }

  /** Reads the counts again, and the open page of records. */
  async refresh(): Promise<void> {
    const { collections } = await askCloud<CloudState>('state');
    this.side.replaceChildren(collectionList(collections, this.collection, (name) => void this.open(name)));
    if (this.collection) await this.list();
  }

  private async open(name: string): Promise<void> {
    Object.assign(this, { collection: name, skip: 0, query: '{}' });
    this.notice.tell('');
    await this.refresh();
  }

  private async list(): Promise<void> {
    await this.notice.attempt(async () => {
      const options = new URLSearchParams({ skip: `${this.skip}`, limit: `${pageSize}`, query: this.query });
      const listing = await askCloud<CollectionPage>(`collections/${this.collection}?${options.toString()}`);
      this.draw(listing);
    });
  }

  private draw({ documents, total }: CollectionPage): void {
    const rows = documents.map((document) => this.row(document));
    const list = element('div', { className: 'rows' }, ...rows);
    if (rows.length === 0) list.append(element('p', { className: 'empty' }, database.empty));
    const last = this.skip + documents.length;
    const move = (step: number) => () => {
      this.skip += step;
      return this.list();
    };
    const previous = action(database.previous, move(-pageSize));
    previous.disabled = this.skip === 0;
    const next = action(database.next, move(pageSize));
    next.disabled = last >= total;
    const range = database.range(documents.length > 0 ? this.skip + 1 : 0, last, total);
    const pager = element('div', { className: 'bar' }, previous, range, next);
    this.main.replaceChildren(this.bar(), this.notice.element, list, pager);
  }

  private bar(): HTMLElement {
    const field = element('input', {
      className: 'query',
      placeholder: database.query,
      ariaLabel: database.query,
    });
    field.value = this.query === '{}' ? '' : this.query;
    const search = (): Promise<unknown> =>
      this.notice.attempt(async () => {
        parseDocument(field.value || '{}');
        Object.assign(this, { query: field.value || '{}', skip: 0 });
        await this.list();
      });
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') void search();
    });
    const changed = (): Promise<void> => this.refresh();
    const add = action(database.add, () => new DocumentEditor(this.collection, undefined, changed).open());
    const transfer = transferButtons(this.collection, this.notice, changed);
    return element('div', { className: 'bar' }, field, action(database.search, search), add, transfer);
  }

  private row(document: RawDocument): HTMLElement {
    const { _id: id, ...rest } = document;
    const button = element(
      'button',
      { type: 'button', className: 'record' },
      element('b', {}, String(id)),
      element('code', {}, JSON.stringify(rest)),
    );
    button.addEventListener('click', () => {
      new DocumentEditor(this.collection, document, () => void this.refresh()).open();
    });
    return button;
  }
}
