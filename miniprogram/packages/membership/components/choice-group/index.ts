type Chosen = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

/** One of a few choices, `{id, name, note}` each; reports `choose` with its id. Short ones may stand in one row. */
Component({
  properties: {
    label: { type: String, value: '' },
    choices: { type: Array, value: [] },
    chosen: { type: String, value: '' },
    inRow: { type: Boolean, value: false },
  },
  methods: {
    choose({ currentTarget }: Chosen) {
      this.triggerEvent('choose', { id: currentTarget.dataset.id });
    },
  },
});
