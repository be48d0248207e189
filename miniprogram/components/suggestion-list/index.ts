import { highlight } from '../../format/highlight';
import type { Tap } from '../../platform/tap';
import type { Suggestion } from '../../stores/catalog/suggestions';
import { searchWording } from '../../wording/zh-CN/catalog/search';

/** Completions of what is being typed; reports the tapped one as `choose`. */
Component({
  properties: {
    text: { type: String, value: '' },
    suggestions: { type: Array, value: [] as Suggestion[] },
  },
  data: { rows: [] as object[] },
  observers: {
    'text, suggestions'(text: string, suggestions: Suggestion[]) {
      const rows = suggestions.map((suggestion, index) => ({
        index,
        kind: searchWording.kinds[suggestion.kind],
        icon: suggestion.kind === 'title' ? 'classes' : 'search',
        segments: highlight(suggestion.text, text),
      }));
      this.setData({ rows });
    },
  },
  methods: {
    choose({ currentTarget }: Tap<{ index: number }>) {
      this.triggerEvent('choose', this.data.suggestions[currentTarget.dataset.index]);
    },
  },
});
