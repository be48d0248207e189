import { failureNote } from '../../../../format/block-notes';
import { instantLabel } from '../../../../format/day-labels';
import { questionLines } from '../../../../format/family-lines';
import { phoneDay } from '../../../../platform/clock';
import { goBack } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { openFamilyConsent } from '../../../../stores/family';
import type { FamilyConsent } from '../../../../stores/membership/family-consent';
import { consentWording, inviteWording } from '../../../../wording/zh-CN/membership/family-page';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

function failureOf({ questionFailure, waitsUntil, accepting }: FamilyConsent) {
  if (questionFailure === null) return failureNote('membership.acceptFamily', accepting.failure);
  const note = failureNote('membership.familyInvitation', questionFailure);
  if (waitsUntil === null) return note;
  return { ...note, advice: consentWording.tryAfter(instantLabel(waitsUntil, phoneDay())) };
}

StorePage({
  store: openFamilyConsent,
  fields: {
    code: (store) => store.code,
    codeFault: (store) => (store.isCodeMissing ? consentWording.codeFault : ''),
    isLooking: (store) => store.isLooking,
    isAccepting: (store) => store.accepting.isBusy,
    failure: failureOf,
    question: ({ question }) => (question === null ? null : questionLines(question, phoneDay())),
  },
  data: {
    wording: consentWording,
    codeName: inviteWording.code,
    code: '',
    codeFault: '',
    question: null,
  },
  methods: {
    type({ detail }: Typed) {
      this.store.type(detail.value);
    },
    look() {
      void this.store.look();
    },
    async accept() {
      if (!(await this.store.accept())) return;
      say(consentWording.agreed);
      goBack(routes.me());
    },
    refuse() {
      goBack(routes.me());
    },
  },
});
