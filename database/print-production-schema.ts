import { schema } from './collections/schema';
import { forProduction } from './production-schema';

process.stdout.write(`${JSON.stringify(forProduction(schema), null, 2)}\n`);
