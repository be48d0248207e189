import { personalCirculation } from '../../circulation/adapters/personal-circulation';
import type { Clock } from '../../kernel/clock';
import type { Handlers } from '../../kernel/serve';
import { auditAlone } from '../../kernel/wechat/cloud-audit';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudApplicationReads } from '../adapters/cloud-applications';
import { cloudCategories } from '../adapters/cloud-categories';
import { cloudPatron } from '../adapters/cloud-patrons';
import {
  cloudConsents,
  cloudDeletionRequests,
  cloudLinesAbout,
  cloudPersonOf,
} from '../adapters/cloud-privacy';
import { cloudClearCard } from '../adapters/cloud-leaving';
import { endMembership, personalMembership } from '../adapters/personal-membership';
import type { FileStore } from '../ports/applications';
import type { privacyActions } from '../contract/privacy';
import { deleteData } from '../use-cases/privacy/delete-data';
import { setConsent } from '../use-cases/privacy/set-consent';
import { showConsents } from '../use-cases/privacy/show-consents';
import { exportData } from '../use-cases/privacy/export-data';
import { showAccessLog } from '../use-cases/privacy/show-access-log';
import { showKeptData } from '../use-cases/privacy/show-kept-data';

/** What people can see and decide about what the library keeps of them. */
export const privacyHandlers = (
  database: Database,
  now: Clock,
  files: FileStore,
): Handlers<typeof privacyActions> => {
  const others = [personalCirculation(database)];
  const own = personalMembership(database);
  const needs = {
    now,
    others,
    own,
    keepers: [...others, own],
    files,
    withConsents: cloudConsents(database),
    personOf: cloudPersonOf(database),
    linesAbout: cloudLinesAbout(database),
    requests: cloudDeletionRequests(database, now),
    reads: cloudApplicationReads(database, now),
    patron: cloudPatron(database),
    categories: cloudCategories(database),
    clearCard: cloudClearCard(database, now),
    endMembership: endMembership(database),
    audit: (line: Parameters<typeof auditAlone>[1]) => auditAlone(database, line),
  };
  return {
    consents: showConsents(needs),
    setConsent: setConsent(needs),
    keptData: showKeptData(needs),
    accessLog: showAccessLog(needs),
    exportData: exportData(needs),
    deleteData: deleteData(needs),
  };
};
