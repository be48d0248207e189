import { failureNote } from '../../../../format/block-notes';
import { codeInFours, leftLabel } from '../../../../format/short-code';
import { StorePage } from '../../../../platform/store-page';
import type { DeskCodeField, DeskCodeIssue } from '../../../../stores/staff/desk-code-issue';
import { openDeskCodeIssue } from '../../../../stores/index';
import { issueCodeWording } from '../../../../wording/zh-CN/staff/issue-code';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: DeskCodeField }>;

const issuedOf = ({ issued, leftMs }: DeskCodeIssue) =>
  issued === null
    ? null
    : {
        code: codeInFours(issued.code),
        whose: issueCodeWording.whose(issued.name, issued.maskedCard),
        isOver: leftMs === 0,
        left: leftMs === 0 ? issueCodeWording.over : issueCodeWording.left(leftLabel(leftMs)),
      };

StorePage({
  store: openDeskCodeIssue,
  fields: {
    card: (store) => store.card,
    reason: (store) => store.reason,
    cardFault: (store) => (store.fault === 'card' ? issueCodeWording.cardFault : ''),
    reasonFault: (store) => (store.fault === 'reason' ? issueCodeWording.reasonFault : ''),
    isBusy: (store) => store.issuing.isBusy,
    failure: (store) => failureNote('membership.issueDeskCode', store.issuing.failure),
    issued: issuedOf,
  },
  data: { wording: issueCodeWording, card: '', reason: '', cardFault: '', reasonFault: '', issued: null },
  methods: {
    onLoad() {
      this.store.open();
    },
    onUnload() {
      this.store.close();
    },
    type({ detail, currentTarget }: Typed) {
      this.store.type(currentTarget.dataset.field, detail.value);
    },
    issue() {
      void this.store.issue();
    },
    next() {
      this.store.startOver();
    },
  },
});
