import { failureNote } from '../../../../format/block-notes';
import { dayLabel, instantLabel } from '../../../../format/day-labels';
import { codeInFours } from '../../../../format/short-code';
import { phoneDay } from '../../../../platform/clock';
import { open, scrollToTop } from '../../../../platform/navigate';
import { copyText, say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { openFamilyInvite } from '../../../../stores/family';
import { session } from '../../../../stores/index';
import type { FamilyInvite, Span } from '../../../../stores/membership/family-invite';
import { familyWording, inviteWording } from '../../../../wording/zh-CN/membership/family-page';
import { boundFields, loadSession, noBoundText } from '../../bound-fields';

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
  store: () => ({ session, family: openFamilyInvite() }),
  fields: {
    ...boundFields,
    whose: ({ family }) => family.whose,
    right: ({ family }) => family.right,
    span: ({ family }) => family.span,
    endsOn: ({ family }) => inviteWording.endsOn(dayLabel(family.endsOn, phoneDay())),
    isBusy: ({ family }) => family.inviting.isBusy,
    failure: ({ family }) => failureNote('membership.inviteFamily', family.inviting.failure),
    invitation: ({ family }) => invitationOf(family),
  },
  data: {
    ...noBoundText,
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
    onLoad() {
      this.load();
    },
    load() {
      loadSession(this.store);
    },
    bind() {
      open(routes.bind());
    },
    chooseWhose({ detail }: Chosen<FamilyInvite['whose']>) {
      this.store.family.chooseWhose(detail.id);
    },
    chooseRight({ detail }: Chosen<FamilyInvite['right']>) {
      this.store.family.chooseRight(detail.id);
    },
    chooseSpan({ detail }: Chosen<Span>) {
      this.store.family.chooseSpan(detail.id);
    },
    async invite() {
      await this.store.family.invite();
      if (this.store.family.invitation !== null) scrollToTop();
    },
    async copy() {
      const isCopied = await copyText(this.store.family.invitation?.code ?? '');
      say(isCopied ? inviteWording.copied : inviteWording.notCopied);
    },
    startOver() {
      this.store.family.startOver();
    },
  },
});
