import { failureNote } from '../../../../format/block-notes';
import { dayLabel, instantLabel } from '../../../../format/day-labels';
import { codeInFours } from '../../../../format/short-code';
import { phoneDay } from '../../../../platform/clock';
import { scrollToTop } from '../../../../platform/navigate';
import { copyText, say } from '../../../../platform/notify';
import { StorePage } from '../../../../platform/store-page';
import { openFamilyInvite } from '../../../../stores/family';
import type { FamilyInvite, Span } from '../../../../stores/membership/family-invite';
import { familyWording, inviteWording } from '../../../../wording/zh-CN/membership/family-page';

type Chosen<T> = WechatMiniprogram.CustomEvent<{ id: T }>;

const choicesOf = (choices: Readonly<Record<string, { readonly name: string; readonly note: string }>>) =>
  Object.entries(choices).map(([id, choice]) => ({ id, ...choice }));
const spanChoices = Object.entries(inviteWording.spans).map(([id, name]) => ({ id, name, note: '' }));

const invitationOf = ({ invitation }: FamilyInvite) =>
  invitation === null
    ? null
    : {
        code: codeInFours(invitation.code),
        until: inviteWording.until(instantLabel(invitation.until, phoneDay())),
      };

StorePage({
  store: openFamilyInvite,
  fields: {
    whose: (store) => store.whose,
    right: (store) => store.right,
    span: (store) => store.span,
    endsOn: (store) => inviteWording.endsOn(dayLabel(store.endsOn, phoneDay())),
    isBusy: (store) => store.inviting.isBusy,
    failure: (store) => failureNote('membership.inviteFamily', store.inviting.failure),
    invitation: invitationOf,
  },
  data: {
    wording: inviteWording,
    whoseChoices: choicesOf(inviteWording.whoseChoices),
    rightChoices: choicesOf(familyWording.rights),
    spanChoices,
    whose: '',
    right: '',
    span: '',
    invitation: null,
  },
  methods: {
    chooseWhose({ detail }: Chosen<FamilyInvite['whose']>) {
      this.store.chooseWhose(detail.id);
    },
    chooseRight({ detail }: Chosen<FamilyInvite['right']>) {
      this.store.chooseRight(detail.id);
    },
    chooseSpan({ detail }: Chosen<Span>) {
      this.store.chooseSpan(detail.id);
    },
    async invite() {
      await this.store.invite();
      if (this.store.invitation !== null) scrollToTop();
    },
    async copy() {
      const isCopied = await copyText(this.store.invitation?.code ?? '');
      say(isCopied ? inviteWording.copied : inviteWording.notCopied);
    },
    startOver() {
      this.store.startOver();
    },
  },
});
