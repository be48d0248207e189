import { wxDatabase } from '../../kernel/wechat/wx-cloud';
import { wxFunction } from '../../kernel/wechat/wx-platform';
import { circulation } from '../contract';
import { circulationHandlers } from './handlers';
import { hearingNotices } from './payment-notice';

export const main = hearingNotices(
  wxFunction(
    circulation,
    circulationHandlers(wxDatabase(), () => new Date()),
  ),
);
