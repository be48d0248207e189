import { storeBindingsBehavior } from 'mobx-miniprogram-bindings';
import { tally } from '../../stores/tally';
import { journal } from '../../stores/journal';

Component({
  behaviors: [storeBindingsBehavior],
  storeBindings: { store: tally, fields: ['count'], actions: ['add'] },
  lifetimes: {
    attached() {
      journal.push('component attached');
    },
    ready() {
      journal.push('component ready');
    },
    detached() {
      journal.push('component detached');
    },
  },
  pageLifetimes: {
    show() {
      journal.push('component page show');
    },
    hide() {
      journal.push('component page hide');
    },
  },
} as object);
