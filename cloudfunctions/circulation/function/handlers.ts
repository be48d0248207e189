import type { Handlers } from '../../kernel/serve';
import type { Database } from '../../kernel/wechat/wx-cloud';
import type { circulation } from '../contract';
import type { Clock } from '../ports';
import { listLoans } from '../use-cases/list-loans';
import { renewLoan } from '../use-cases/renew-loan';
import { renewMany } from '../use-cases/renew-many';
import { circulationSurroundings } from './surroundings';

/** Every action of this function on a database; tests serve the very same. */
export const circulationHandlers = (database: Database, now: Clock): Handlers<typeof circulation> => {
  const needs = circulationSurroundings(database, now);
  return { loans: listLoans(needs), renew: renewLoan(needs), renewMany: renewMany(needs) };
};
