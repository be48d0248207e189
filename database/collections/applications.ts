import { applicationStates } from '../../cloudfunctions/membership/domain/applications/application';
import { proofKinds } from '../../cloudfunctions/membership/domain/applications/proof';
import { deniesClients, type Collection, type Field } from '../collection';
import { doneRequestFields } from './done-requests';

const guardianFields: Readonly<Record<string, Field>> = {
  name: { type: 'string', required: true, personal: true, zh: '监护人姓名', en: "Guardian's name" },
  phone: { type: 'string', required: true, personal: true, zh: '监护人电话', en: "Guardian's telephone" },
};
const proofFields: Readonly<Record<string, Field>> = {
  proofId: { type: 'string', required: true, personal: true, zh: '文件编号', en: 'Number of the file' },
  kind: {
    type: 'string',
    required: true,
    personal: true,
    zh: '文件类型',
    en: 'What the file is',
    values: proofKinds,
  },
  bytes: { type: 'integer', required: true, personal: true, zh: '大小（字节）', en: 'Size in bytes' },
  fileId: { type: 'string', required: true, personal: true, zh: '云存储编号', en: 'Id in the storage' },
};
const stepFields: Readonly<Record<string, Field>> = {
  state: { type: 'string', required: true, personal: true, zh: '状态', en: 'State' },
  at: { type: 'instant', required: true, personal: true, zh: '时间', en: 'When' },
  reason: {
    type: 'string',
    personal: true,
    zh: '原因，申请人看得到',
    en: 'Reason, which the applicant reads',
  },
};

export const applications: Collection = {
  name: 'applications',
  owner: 'membership',
  keptBy: 'functions',
  zh: '线上会员申请',
  en: 'Applications for online memberships',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '申请编号', en: 'Number of the application' },
    openid: { type: 'string', required: true, personal: true, zh: '申请人的微信', en: "Applicant's openid" },
    state: {
      type: 'string',
      required: true,
      personal: true,
      zh: '状态：待处理、已退回、已通过、已撤回',
      en: 'Submitted, refused, approved or withdrawn',
      values: applicationStates,
    },
    revision: { type: 'integer', required: true, personal: false, zh: '第几稿', en: 'Which revision it is' },
    steps: {
      type: 'objects',
      required: true,
      personal: true,
      zh: '经过',
      en: 'What happened to it',
      fields: stepFields,
    },
    category: {
      type: 'string',
      required: true,
      personal: true,
      zh: '申请的读者类别（patron_categories 的 _id）',
      en: 'Category applied for, the _id in patron_categories',
    },
    name: { type: 'string', required: true, personal: true, zh: '姓名', en: 'Name' },
    phone: { type: 'string', required: true, personal: true, zh: '电话', en: 'Telephone' },
    birthYear: { type: 'integer', required: true, personal: true, zh: '出生年份', en: 'Year of birth' },
    guardian: {
      type: 'object',
      personal: true,
      zh: '监护人（未满十四周岁）',
      en: 'Guardian of somebody under 14',
      fields: guardianFields,
    },
    proofs: {
      type: 'objects',
      required: true,
      personal: true,
      zh: '证明，决定三十天后删除',
      en: 'Proofs, removed 30 days after the decision',
      fields: proofFields,
    },
    consentVersion: {
      type: 'integer',
      required: true,
      personal: true,
      zh: '同意的说明是第几版',
      en: 'Version of the words that were consented to',
    },
    card: { type: 'string', personal: true, zh: '发出或续期的证号', en: 'Card issued or prolonged' },
    isRenewal: {
      type: 'boolean',
      required: true,
      personal: true,
      zh: '是否续期',
      en: 'Whether it prolongs one',
    },
    submittedAt: {
      type: 'instant',
      required: true,
      personal: true,
      zh: '提交时间',
      en: 'When it was handed in',
    },
    decidedAt: { type: 'instant', personal: true, zh: '决定时间', en: 'When it was decided' },
    endsOn: { type: 'day', personal: true, zh: '有效期最后一天', en: 'Last day of the membership given' },
    decisions: {
      type: 'objects',
      personal: true,
      zh: '馆员近七天的请求，防止重复',
      en: 'Requests of staff of seven days, so that none counts twice',
      fields: doneRequestFields,
    },
  },
  indexes: [
    {
      name: 'state_submitted',
      fields: [
        ['state', 1],
        ['submittedAt', 1],
      ],
    },
    { name: 'openid', fields: [['openid', 1]] },
  ],
  rule: deniesClients,
};
