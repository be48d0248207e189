import * as v from 'valibot';
import { auditResults } from '../../kernel/audit';
import type { Contract } from '../../kernel/contract';
import { Count, Instant, none, RequestKey } from '../../kernel/contract-values';
import { keptReasons, personalCollections } from '../../kernel/personal-data';
import { staffRoles } from '../../kernel/person';
import { consentKinds } from '../domain/consent';

const CollectionName = v.picklist(personalCollections);

const Consent = v.object({
  kind: v.picklist(consentKinds),
  isGiven: v.boolean(),
  /** Of the words that were shown then; null = never asked. */
  version: v.nullable(Count),
  /** Of the words as they are now; where it differs, ask again. */
  currentVersion: Count,
  at: v.nullable(Instant),
});

/** What is kept of one kind: how much, what deleting does to it, and why some of it stays. */
const Kept = v.object({
  collection: CollectionName,
  count: Count,
  staying: Count,
  reason: v.nullable(v.picklist(keptReasons)),
});

export const privacyActions = {
  /** What this WeChat has consented to, each thing on its own. Refusing one breaks nothing else. */
  consents: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({ consents: v.array(Consent) }),
    refusals: {},
  },
  /**
   * Consents to the words of a version, or takes a consent back. Without `online-membership` an open application is
   * withdrawn, what was uploaded for it goes, and staff can't look at it any more; applying again asks again.
   */
  setConsent: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({
      kind: v.picklist(consentKinds),
      isGiven: v.boolean(),
      version: Count,
      requestKey: RequestKey,
    }),
    output: v.object({ consents: v.array(Consent) }),
    /** The words have changed since: show the new ones. */
    refusals: { 'words-changed': v.object({ version: Count }) },
  },
  /** What the library keeps of the person behind this WeChat, and what would stay after deleting. */
  keptData: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({ kept: v.array(Kept) }),
    refusals: {},
  },
  /** Who looked at this person's record or changed it, the newest first. */
  accessLog: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ before: v.optional(Instant) }),
    output: v.object({
      lines: v.array(
        v.object({
          at: Instant,
          who: v.picklist(['self', 'family', 'staff', 'job']),
          role: v.nullable(v.picklist(staffRoles)),
          /** `context.action`. */
          action: v.string(),
          result: v.picklist(auditResults),
          reason: v.nullable(v.string()),
        }),
      ),
      next: v.nullable(Instant),
    }),
    refusals: {},
  },
  /** All that is kept of this person, by collection, as it stands in the database; 5 MB at most. */
  exportData: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({
      exportedAt: Instant,
      data: v.record(v.string(), v.array(v.unknown())),
      /** Some of it does not fit into one answer. */
      isShortened: v.boolean(),
    }),
    refusals: {},
  },
  /**
   * Deletes what may go, at once; what stays is listed with the reason. The card is unbound, and the lines of the audit
   * log no longer lead to anybody. Source: identity and privacy, 18.
   */
  deleteData: {
    callers: ['phone'],
    person: 'anyone',
    input: v.object({ requestKey: RequestKey }),
    output: v.object({
      deleted: v.array(v.object({ collection: CollectionName, count: Count })),
      kept: v.array(Kept),
    }),
    refusals: {},
  },
} as const satisfies Contract;
