/** One work in a list of results; `row` is a ResultRow of format/result-row. */
Component({
  properties: {
    row: { type: Object, value: {} },
  },
});
