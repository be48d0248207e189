import { goHome } from '../../platform/navigate';
import { wayHomeWording } from '../../wording/zh-CN/way-home';

/** The way home from a page that was opened from a link, with nothing below it. */
Component({
  data: { wording: wayHomeWording },
  methods: { goHome },
});
