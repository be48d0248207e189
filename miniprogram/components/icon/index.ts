/** A line icon in the colour of its text. `name` is one of index.wxss; `size` is a CSS length. */
Component({
  properties: {
    name: { type: String, value: '' },
    size: { type: String, value: '20px' },
  },
});
