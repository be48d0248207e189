import type { DatabaseService } from '../database/database-service';
import type { AdminAction } from './admin-route';

/** The database's actions; what they cost is put on the account of the call that asked. */
export const databaseActions = (database: DatabaseService): Readonly<Record<string, AdminAction>> => {
  const handle: AdminAction = async (parameters, { invocation }) => {
    const { reply, read, keys } = await database.handle(parameters);
    if (invocation) {
      invocation.spent.calls += 1;
      invocation.spent.read += read;
      invocation.spent.keys += keys;
    }
    return reply;
  };
  return Object.fromEntries(database.actions.map((name) => [name, handle]));
};
