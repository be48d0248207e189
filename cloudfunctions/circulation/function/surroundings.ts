import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudClosedDays } from '../../library/adapters/cloud-closed-days';
import { cloudPatron, patronWithin } from '../../membership/adapters/cloud-patrons';
import { cloudCirculation, cloudCirculationReads } from '../adapters/cloud-circulation';
import { cloudPolicies } from '../adapters/cloud-policies';
import type { Clock } from '../ports';

/** What every use case of circulation works with, on a database; the patrons are membership's, the calendar library's. */
export const circulationSurroundings = (database: Database, now: Clock) => {
  const told = {
    policies: cloudPolicies(database, now),
    patronWithin,
    patron: cloudPatron(database),
  };
  return {
    now,
    ...cloudClosedDays(database, now),
    reads: cloudCirculationReads(database, told),
    inCirculation: cloudCirculation(database, told),
  };
};
