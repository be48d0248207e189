import { wxDatabase } from '../../kernel/wechat/wx-cloud';
import { wxFunction } from '../../kernel/wechat/wx-platform';
import { library } from '../contract';
import { libraryHandlers } from './handlers';

export const main = wxFunction(
  library,
  libraryHandlers(wxDatabase(), () => new Date()),
);
