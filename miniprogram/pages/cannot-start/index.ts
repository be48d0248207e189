import { screenStyle } from '../../platform/appearance';
import { startOverAt } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { cannotStartGlyph, notSetUpWording, oldWechatWording } from '../../wording/zh-CN/cannot-start';
import { failureActions } from '../../wording/zh-CN/failures';

/** Shown alone when nothing can work: WeChat is too old, or no developer has set up the cloud. */
Page({
  data: { screenStyle: '', glyph: cannotStartGlyph, wording: oldWechatWording, action: '' },
  onLoad({ reason }: { reason?: string }) {
    this.setData({ screenStyle: screenStyle() });
    if (reason === 'not-set-up') this.setData({ wording: notSetUpWording, action: failureActions.retry });
  },
  retry() {
    startOverAt(routes.home());
  },
});
