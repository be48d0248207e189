import { openPrivacyGuide } from '../../../../platform/privacy';
import { bindingWording } from '../../../../wording/zh-CN/membership/binding';

/** What the library keeps once a card is bound, and the patron's yes to it; reports `toggle`. */
Component({
  properties: {
    given: { type: Boolean, value: false },
    fault: { type: String, value: '' },
  },
  data: { wording: bindingWording },
  methods: {
    toggle() {
      this.triggerEvent('toggle');
    },
    openGuide() {
      openPrivacyGuide();
    },
  },
});
