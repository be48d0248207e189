/**
 * What stands where a list would be when there is nothing to list: why, and what to do about it. `glyph` is one
 * large character; `action` names the button, which reports `action`. A slot takes further ways on.
 */
Component({
  properties: {
    glyph: { type: String, value: '' },
    title: { type: String, value: '' },
    advice: { type: String, value: '' },
    action: { type: String, value: '' },
    /** `page` fills a screen, `block` a part of one. */
    size: { type: String, value: 'page' },
  },
  methods: {
    act() {
      this.triggerEvent('action');
    },
  },
});
