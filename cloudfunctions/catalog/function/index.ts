import { wxDatabase } from '../../kernel/wechat/wx-cloud';
import { wxFunction } from '../../kernel/wechat/wx-platform';
import { catalog } from '../contract';
import { catalogHandlers } from './handlers';

export const main = wxFunction(
  catalog,
  catalogHandlers(wxDatabase(), () => new Date()),
);
