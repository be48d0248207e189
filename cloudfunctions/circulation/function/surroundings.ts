import type { Clock } from '../../kernel/clock';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { wxLog } from '../../kernel/wechat/wx-platform';
import { cloudClosedDays } from '../../library/adapters/cloud-closed-days';
import { keptBriefly } from '../../kernel/kept-briefly';
import { cloudCategories } from '../../membership/adapters/cloud-categories';
import { cloudPatron, patronWithin } from '../../membership/adapters/cloud-patrons';
import { cardOfText } from '../../membership/adapters/card-of-text';
import { pseudonymWithin } from '../../membership/adapters/cloud-pseudonyms';
import { cloudCirculation } from '../adapters/cloud-circulation';
import { cloudCirculationReads } from '../adapters/cloud-circulation-reads';
import { cloudPolicies } from '../adapters/cloud-policies';
import type { CategoryOf } from '../ports/records';

/** A hand edit holds within a minute. */
const freshMs = 60_000;

const categoriesOf = (database: Database, now: Clock): CategoryOf => {
  const read = cloudCategories(database);
  const lately = keptBriefly(read, freshMs, now);
  return async (id) => {
    const known = (await lately()).find(({ category }) => category === id);
    return known ?? (await read()).find(({ category }) => category === id) ?? null;
  };
};

/** What every use case of circulation works with, on a database; the patrons are membership's, the calendar library's. */
export const circulationSurroundings = (database: Database, now: Clock) => {
  const told = {
    policies: cloudPolicies(database, now),
    patronWithin,
    patron: cloudPatron(database),
    pseudonymWithin,
  };
  return {
    now,
    log: wxLog,
    ...cloudClosedDays(database, now),
    reads: cloudCirculationReads(database, told, now),
    inCirculation: cloudCirculation(database, told, now),
    cardOfText: cardOfText(database, now),
    categoryOf: categoriesOf(database, now),
  };
};
