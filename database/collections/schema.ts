import type { Collection } from '../collection';
import { applicants } from './applicants';
import { applications } from './applications';
import { audit } from './audit';
import { books } from './books';
import { branches } from './branches';
import { calendars } from './calendars';
import { cardBindings } from './card-bindings';
import { cardSecrets } from './card-secrets';
import { guessCounters } from './guess-counters';
import { pseudonyms } from './pseudonyms';
import { cardNumbers } from './card-numbers';
import { catalogIndex } from './catalog-index';
import { catalogStatistics } from './catalog-statistics';
import { consents } from './consents';
import { copies } from './copies';
import { deskCodes } from './desk-codes';
import { deskRequests } from './desk-requests';
import { familyInvitations } from './family-invitations';
import { familyLinks } from './family-links';
import { faults } from './faults';
import { fines } from './fines';
import { holds } from './holds';
import { jobs } from './jobs';
import { loanChoices } from './loan-choices';
import { loans } from './loans';
import { messages } from './messages';
import { patronCategories } from './patron-categories';
import { patronCirculation } from './patron-circulation';
import { patrons } from './patrons';
import { payments } from './payments';
import { policies } from './policies';
import { reindexRequests } from './reindex-requests';
import { searchCounts } from './search-counts';
import { secrets } from './secrets';
import { settings } from './settings';
import { staff } from './staff';
import { staffCodes } from './staff-codes';
import { titleCirculation } from './title-circulation';
import { watchCalls } from './watch-calls';
import { wechatAccounts } from './wechat-accounts';

/** Every collection of the cloud database: the embedded cloud opens with these, production is set up from them. */
export const schema: readonly Collection[] = [
  books,
  branches,
  calendars,
  copies,
  settings,
  patrons,
  patronCategories,
  cardBindings,
  cardSecrets,
  guessCounters,
  pseudonyms,
  wechatAccounts,
  staff,
  staffCodes,
  deskCodes,
  familyLinks,
  familyInvitations,
  applicants,
  applications,
  cardNumbers,
  consents,
  secrets,
  messages,
  audit,
  policies,
  loans,
  holds,
  titleCirculation,
  patronCirculation,
  watchCalls,
  deskRequests,
  fines,
  payments,
  loanChoices,
  catalogIndex,
  catalogStatistics,
  faults,
  reindexRequests,
  jobs,
  searchCounts,
];
