import { createStoreBindings } from 'mobx-miniprogram-bindings';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { scanBook } from '../../platform/scan-book';
import { openSuggestions } from '../../stores/index';
import { longestQuery, tidied } from '../../stores/catalog/search-request';
import type { Suggestion, Suggestions } from '../../stores/catalog/suggestions';
import { searchWording } from '../../wording/zh-CN/catalog/search';

type InputEvent = WechatMiniprogram.CustomEvent<{ value: string }>;
type Held = { suggestions: Suggestions; release: () => void };

const heldBy = (component: object): Held => component as Held;

/**
 * The field one searches with, completing what is typed. Reports `find` with the query, and `typing` when its
 * completions take the page's place (`isTyping`) or give it back.
 */
Component({
  properties: {
    value: { type: String, value: '' },
    focus: { type: Boolean, value: false },
  },
  data: { wording: searchWording, longest: longestQuery, text: '', isTyping: false, found: [] },
  observers: {
    value(value: string) {
      this.setData({ text: value });
    },
  },
  lifetimes: {
    attached() {
      const suggestions = openSuggestions();
      const fields = { found: () => suggestions.found };
      const bindings = createStoreBindings(this, { store: suggestions, fields, actions: [] });
      Object.assign(this, { suggestions, release: () => bindings.destroyStoreBindings() } satisfies Held);
    },
    detached() {
      heldBy(this).release();
    },
  },
  methods: {
    onInput({ detail }: InputEvent) {
      this.type(detail.value);
    },
    onConfirm({ detail }: InputEvent) {
      this.find(detail.value);
    },
    onChoose({ detail }: WechatMiniprogram.CustomEvent<Suggestion>) {
      if (detail.bookId === null) this.find(detail.text);
      else open(routes.book(detail.bookId, tidied(this.data.text)));
    },
    clear() {
      this.type('');
    },
    scan() {
      void scanBook();
    },
    type(text: string) {
      this.setData({ text });
      this.setTyping(text !== '');
      void heldBy(this).suggestions.type(text);
    },
    find(text: string) {
      const query = tidied(text);
      if (query === '') return;
      heldBy(this).suggestions.stop();
      this.setTyping(false);
      this.setData({ text: this.data.value });
      this.triggerEvent('find', { query });
    },
    setTyping(isTyping: boolean) {
      if (isTyping === this.data.isTyping) return;
      this.setData({ isTyping });
      this.triggerEvent('typing', { isTyping });
    },
  },
});
