import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { familyLines } from '../../../../format/family-lines';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import { endPull, open } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { cardState, loadForCard } from '../../../../stores/card-state';
import { openFamilyLinks } from '../../../../stores/family';
import { session } from '../../../../stores/index';
import type { FamilyLinks } from '../../../../stores/membership/family-links';
import { familyWording } from '../../../../wording/zh-CN/membership/family-page';

type Ended = Tap<{ linkId: string; who: string; whose: 'mine' | 'theirs' }>;

const linesOf = (family: FamilyLinks, whose: 'mine' | 'theirs') =>
  familyLines(family.links, whose, libraryDayOf(family.list));

StorePage({
  store: () => ({ session, family: openFamilyLinks() }),
  fields: {
    state: (stores) => cardState(stores.session, stores.family.list.status, false),
    failure: (stores) =>
      cardFailureNote(stores.session, 'membership.familyLinks', stores.family.list.failure),
    unbound: (stores) => unboundNote(stores.session.isReplaced, familyWording.unboundAdvice),
    outOfDate: ({ family }) => outOfDateNote(family.list, phoneDay()),
    theirs: ({ family }) => linesOf(family, 'theirs'),
    mine: ({ family }) => linesOf(family, 'mine'),
    hasLinks: ({ family }) => family.links.length > 0,
  },
  data: {
    wording: familyWording,
    rights: Object.values(familyWording.rights),
    state: 'loading',
    failure: { title: '', advice: '' },
    unbound: { title: '', advice: '', action: '' },
    theirs: [],
    mine: [],
  },
  methods: {
    onShow() {
      this.load();
    },
    async onPullDownRefresh() {
      await this.store.family.load();
      endPull();
    },
    load() {
      void loadForCard(this.store.session, this.store.family);
    },
    bind() {
      open(routes.bind());
    },
    invite() {
      open(routes.familyInvite());
    },
    consent() {
      open(routes.familyConsent());
    },
    see({ currentTarget }: Ended) {
      open(routes.familyLoans(currentTarget.dataset.linkId));
    },
    async end({ currentTarget }: Ended) {
      const { linkId, who, whose } = currentTarget.dataset;
      const { askEnd, end, keep, linkEnded, notEnded } = familyWording;
      if (!(await askFirst(askEnd[whose](who), end, keep))) return;
      const { family } = this.store;
      const isGone = await family.end(linkId);
      say(isGone ? linkEnded : notEnded(failureNote('membership.endFamily', family.ending.failure).title));
    },
  },
});
