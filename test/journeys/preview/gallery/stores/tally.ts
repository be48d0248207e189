import { action, observable } from 'mobx-miniprogram';

/** A number that two pages and a component share. */
export const tally = observable({
  count: 0,
  get double() {
    return this.count * 2;
  },
  add: action(() => {
    tally.count += 1;
  }),
});
