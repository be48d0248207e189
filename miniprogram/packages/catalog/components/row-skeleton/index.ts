/** Rows that are on their way, as tall as those that will come. */
Component({
  data: { rows: [1, 2, 3, 4, 5, 6] },
});
