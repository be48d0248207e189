import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { Handlers } from '../../kernel/serve';
import { cloudIdentities } from '../../kernel/wechat/cloud-identities';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudApplicationRecords } from '../adapters/cloud-applications';
import { cloudCardReads, cloudCardRecords, cloudAudit } from '../adapters/cloud-card-records';
import { cloudCategories } from '../adapters/cloud-categories';
import { cloudGuessCounters } from '../adapters/cloud-guess-counters';
import { cloudClearCard } from '../adapters/cloud-leaving';
import type { bindingActions } from '../contract/binding';
import type { CategoryName, Pins } from '../ports/binding';
import { bindCard } from '../use-cases/card/bind-card';
import { bindOwnMembership } from '../use-cases/card/bind-own-membership';
import { showSession } from '../use-cases/card/show-session';
import { unbindCard } from '../use-cases/card/unbind-card';

/** A hand edit shows within a minute. */
const freshMs = 60_000;

const categoryNames = (database: Database, now: Clock): CategoryName => {
  const categories = keptBriefly(cloudCategories(database), freshMs, now);
  return async (id) => (await categories()).find(({ category }) => category === id)?.name ?? null;
};

/** Binding a card, unbinding it, and who a WeChat is. */
export const bindingHandlers = (
  database: Database,
  now: Clock,
  pins: Pins,
): Handlers<typeof bindingActions> => {
  const needs = {
    now,
    reads: cloudCardReads(database, now),
    counters: cloudGuessCounters(database),
    withRecords: cloudCardRecords(database, now),
    withApplications: cloudApplicationRecords(database, now),
    categoryName: categoryNames(database, now),
    audit: cloudAudit(database),
    pins,
    roleOf: (openid: string) => cloudIdentities(database).roleOf(openid),
    clearCard: cloudClearCard(database, now),
  };
  return {
    session: showSession(needs),
    bindCard: bindCard(needs),
    bindOwnMembership: bindOwnMembership(needs),
    unbindCard: unbindCard(needs),
  };
};
