import { wxDatabase } from '../../kernel/wechat/wx-cloud';
import { wxFunction } from '../../kernel/wechat/wx-platform';
import { membership } from '../contract';
import { membershipHandlers } from './handlers';

export const main = wxFunction(
  membership,
  membershipHandlers(wxDatabase(), () => new Date()),
);
