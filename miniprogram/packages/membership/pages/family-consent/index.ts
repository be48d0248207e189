import { failureNote } from '../../../../format/block-notes';
import { instantLabel } from '../../../../format/day-labels';
import { questionLines } from '../../../../format/family-lines';
import { phoneDay } from '../../../../platform/clock';
import { goBack, open } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { openFamilyConsent } from '../../../../stores/family';
import { session } from '../../../../stores/index';
import type { FamilyConsent } from '../../../../stores/membership/family-consent';
import { consentWording, inviteWording } from '../../../../wording/zh-CN/membership/family-page';
import { boundFields, loadSession, noBoundText } from '../../bound-fields';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

function failureOf({ questionFailure, waitsUntil, accepting }: FamilyConsent) {
  if (questionFailure === null) return failureNote('membership.acceptFamily', accepting.failure);
  const note = failureNote('membership.familyInvitation', questionFailure);
  if (waitsUntil === null) return note;
  return { ...note, advice: consentWording.tryAfter(instantLabel(waitsUntil, phoneDay())) };
}

StorePage({
  store: () => ({ session, family: openFamilyConsent() }),
  fields: {
    ...boundFields,
    code: ({ family }) => family.code,
    codeFault: ({ family }) => (family.isCodeMissing ? consentWording.codeFault : ''),
    isLooking: ({ family }) => family.isLooking,
    isAccepting: ({ family }) => family.accepting.isBusy,
    failure: ({ family }) => failureOf(family),
    question: ({ family: { question } }) => (question === null ? null : questionLines(question, phoneDay())),
  },
  data: {
    ...noBoundText,
    wording: consentWording,
    codeName: inviteWording.code,
    code: '',
    codeFault: '',
    question: null,
  },
  methods: {
    onLoad() {
      this.load();
    },
    load() {
      loadSession(this.store);
    },
    bind() {
      open(routes.bind());
    },
    type({ detail }: Typed) {
      this.store.family.type(detail.value);
    },
    look() {
      void this.store.family.look();
    },
    async accept() {
      if (!(await this.store.family.accept())) return;
      say(consentWording.agreed);
      goBack(routes.me());
    },
    refuse() {
      goBack(routes.me());
    },
  },
});
