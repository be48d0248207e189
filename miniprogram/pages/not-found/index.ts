import { screenStyle } from '../../platform/appearance';
import { goHome } from '../../platform/navigate';
import { notFoundWording } from '../../wording/zh-CN/not-found';

/** Where a link to a page that does not exist ends: what happened, and the way home. */
Page({
  data: { screenStyle: '', wording: notFoundWording },
  onLoad() {
    this.setData({ screenStyle: screenStyle() });
  },
  goHome,
});
