import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema } from './collections/schema';
import { described } from './collections-table';

const readme = join(__dirname, 'README.md');
writeFileSync(readme, described(readFileSync(readme, 'utf8'), schema));
