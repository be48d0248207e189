import { comparer, reaction } from 'mobx-miniprogram';
import { createStoreBindings } from 'mobx-miniprogram-bindings';
import { screenStyle } from './appearance';
import { isBottomPage } from './navigate';
import { rowUpdates } from './row-updates';

type Query = Readonly<Record<string, string | undefined>>;
type Chunks = readonly unknown[];
type Data = Record<string, unknown>;

/** What a page's handlers find in `this`, besides each other. */
type StorePageInstance<S extends object, D extends Data = Data> = {
  readonly store: S;
  readonly data: Readonly<D>;
  setData(data: Data): void;
};

/** What every page has in its data: the style of its root, and whether it needs a way home of its own. */
type Shell = { screenStyle: string; isBottomPage: boolean };

type Rows<S extends object> = { readonly field: string; readonly chunks: (store: S) => Chunks };

export type StorePageDefinition<S extends object, D extends Data, M extends object> = {
  /** Makes or finds the store of one open page; two open books are two stores. */
  readonly store: (query: Query) => S;
  /** Page data that follows the store. */
  readonly fields: Readonly<Record<string, (store: S) => unknown>>;
  /** Long lists that are sent chunk by chunk; a chunk that says the same as before is not sent again. */
  readonly rows?: readonly Rows<S>[];
  readonly data: D;
  readonly methods: M & ThisType<StorePageInstance<S, D> & M>;
};

function followRows<S extends object>(page: StorePageInstance<S>, { field, chunks }: Rows<S>): () => void {
  let sent: Chunks = [];
  return reaction(
    () => chunks(page.store),
    (now) => {
      const next = now.map((chunk, index) => (comparer.structural(chunk, sent[index]) ? sent[index] : chunk));
      for (const update of rowUpdates(field, sent, next)) page.setData(update);
      sent = next;
    },
    { fireImmediately: true, equals: comparer.shallow },
  );
}

/**
 * A page on a store: the store is made when the page opens, its fields go into the page's data, and the page lets
 * go of it when it closes. `methods` are the page's handlers and life cycles, with `this.store` at hand; its own
 * `onLoad` runs when the store is bound.
 */
export function StorePage<S extends object, D extends Data, M extends object>(
  definition: StorePageDefinition<S, D, M>,
): void {
  const { store, fields, rows = [], data, methods } = definition;
  const lifecycle = methods as Partial<Record<'onLoad' | 'onUnload', (query?: Query) => unknown>>;
  const shell: Shell = { screenStyle: '', isBottomPage: false };
  const releases = new WeakMap<object, () => void>();

  Page({
    ...methods,
    data: { ...data, ...shell },
    onLoad(query: Query) {
      const page = Object.assign(this, { store: store(query) }) as unknown as StorePageInstance<S>;
      page.setData({ screenStyle: screenStyle(), isBottomPage: isBottomPage() });
      const bindings = createStoreBindings(page, {
        store: page.store,
        fields,
        actions: [],
        structuralComparison: true,
      });
      bindings.updateStoreBindings();
      const stops = rows.map((each) => followRows(page, each));
      releases.set(this, () => {
        bindings.destroyStoreBindings();
        for (const stop of stops) stop();
      });
      lifecycle.onLoad?.call(page, query);
    },
    onUnload() {
      lifecycle.onUnload?.call(this);
      releases.get(this)?.();
      releases.delete(this);
    },
  });
}
