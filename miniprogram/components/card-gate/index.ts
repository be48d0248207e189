import { failureActions } from '../../wording/zh-CN/failures';
import { sessionWording } from '../../wording/zh-CN/session';

type Note = { readonly title: string; readonly advice: string; readonly action?: string };
const noNote: Note = { title: '', advice: '', action: '' };

/**
 * A page of what belongs to a card, in its states: `loading`, `unbound`, `failed`, `empty`, or the slot. Reports
 * `retry`, `bind`, and `act` for the way on from an empty page.
 */
Component({
  properties: {
    state: { type: String, value: 'loading' },
    failure: { type: Object, value: noNote },
    unbound: { type: Object, value: noNote },
    empty: { type: Object, value: noNote },
    glyph: { type: String, value: '' },
  },
  data: { actions: failureActions, session: sessionWording, bones: [1, 2, 3] },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
    bind() {
      this.triggerEvent('bind');
    },
    act() {
      this.triggerEvent('act');
    },
  },
});
