/** A line of a form: what is asked and a field for it; reports `type` with the text. `fault` says what to mend. */
Component({
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    hint: { type: String, value: '' },
    fault: { type: String, value: '' },
    kind: { type: String, value: 'text' },
    secret: { type: Boolean, value: false },
    longest: { type: Number, value: 64 },
    disabled: { type: Boolean, value: false },
  },
  methods: {
    onInput({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('type', { value: detail.value });
    },
  },
});
