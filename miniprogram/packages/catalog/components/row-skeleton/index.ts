/** Rows that are on their way, as tall as those that will come. */
Component({
  properties: { count: { type: Number, value: 6 } },
});
