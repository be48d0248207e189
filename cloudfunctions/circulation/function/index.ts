import { wxDatabase } from '../../kernel/wechat/wx-cloud';
import { wxFunction } from '../../kernel/wechat/wx-platform';
import { circulation } from '../contract';
import { circulationHandlers } from './handlers';

export const main = wxFunction(
  circulation,
  circulationHandlers(wxDatabase(), () => new Date()),
);
