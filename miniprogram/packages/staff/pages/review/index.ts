import { failureNote } from '../../../../format/block-notes';
import { goBack, scrollToTop } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { showLinkedDocument, showPicture } from '../../../../platform/proof-files';
import { decoded, routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { codeOf } from '../../../../stores/failure';
import { openApplicationReview } from '../../../../stores/index';
import { applicationFormWording } from '../../../../wording/zh-CN/membership/application-form';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { myApplicationWording } from '../../../../wording/zh-CN/membership/my-application';
import { reviewWording } from '../../../../wording/zh-CN/staff/staff';
import { reviewFields } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

StorePage({
  store: ({ applicationId }) => openApplicationReview(decoded(applicationId)),
  fields: reviewFields,
  data: {
    wording: reviewWording,
    names: myApplicationWording,
    actions: failureActions,
    details: [],
    steps: [],
    proofs: [],
  },
  methods: {
    onLoad() {
      this.load();
    },
    load() {
      void this.store.seen.load();
    },
    typeReason({ detail }: Typed) {
      this.store.typeReason(detail.value);
    },
    async openProof({ currentTarget }: Tap<{ proofId: string; isPicture: boolean }>) {
      const { proofId, isPicture } = currentTarget.dataset;
      const reply = await this.store.linkTo(proofId);
      if (!reply.ok) say(failureNote('membership.reviewProof', codeOf(reply)).title);
      else if (isPicture) showPicture(reply.value.url);
      else if (!(await showLinkedDocument(reply.value.url))) say(applicationFormWording.notShown);
    },
    async approve() {
      const { application } = this.store;
      if (application === null) return;
      const question = reviewWording.askApprove(application.name, application.categoryName);
      if (await askFirst(question, reviewWording.approve)) await this.decide('approve');
    },
    refuse() {
      void this.decide('refuse');
    },
    async decide(decision: 'approve' | 'refuse') {
      await this.store.decide(decision);
      if (this.store.decided !== null) scrollToTop();
    },
    next() {
      goBack(routes.me());
    },
  },
});
