import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { phoneDay } from '../../../../platform/clock';
import type { Privacy } from '../../../../stores/membership/privacy';
import { keptReasons, personalCollections } from '../../../../wording/zh-CN/membership/personal-data';
import { consentNames, privacyWording as wording } from '../../../../wording/zh-CN/membership/privacy-page';

type Kept = NonNullable<Privacy['kept']['value']>['kept'][number];

const keptLine = ({ collection, count, staying, reason }: Kept) => ({
  collection,
  title: personalCollections[collection].title,
  what: personalCollections[collection].what,
  count: wording.count(count),
  staying: staying > 0 && reason !== null ? wording.staying(staying, keptReasons[reason]) : '',
});

/** What the privacy centre shows of its store. */
export const privacyFields = {
  consentsStatus: ({ consents }: Privacy) => consents.status,
  consentsFailure: ({ consents }: Privacy) => failureNote('membership.consents', consents.failure).title,
  consents: ({ consents }: Privacy) =>
    (consents.value?.consents ?? []).map(({ kind, isGiven, version, currentVersion }) => ({
      kind,
      isGiven: isGiven && version === currentVersion,
      ...consentNames[kind],
      note: version !== null && version !== currentVersion ? wording.changed : '',
    })),
  keptStatus: ({ kept }: Privacy) => kept.status,
  keptFailure: ({ kept }: Privacy) => failureNote('membership.keptData', kept.failure).title,
  kept: ({ kept }: Privacy) =>
    (kept.value?.kept ?? []).filter(({ count }) => count > 0).map((each) => keptLine(each)),
  outOfDate: ({ kept, consents }: Privacy) =>
    outOfDateNote(kept, phoneDay()) || outOfDateNote(consents, phoneDay()),
  taken: ({ taken }: Privacy) => taken.ready?.name ?? '',
  isFile: ({ taken }: Privacy) => taken.isFile,
  busy: (privacy: Privacy) => privacy.busy,
  failure: ({ failure }: Privacy) => {
    if (failure === null) return { title: '', advice: '' };
    return failure.action === 'membership.setConsent'
      ? failureNote(failure.action, failure.code)
      : failureNote(failure.action, failure.code);
  },
  outcome: ({ deleted }: Privacy) =>
    deleted === null
      ? null
      : {
          gone: deleted.deleted
            .filter(({ count }) => count > 0)
            .map(({ collection, count }) =>
              wording.deletedCount(personalCollections[collection].title, count),
            ),
          stays: deleted.kept.filter(({ staying }) => staying > 0).map((each) => keptLine(each)),
        },
};
