import {
  categoryKinds,
  categoryRights,
  renewalWays,
} from '../../cloudfunctions/membership/domain/patrons/patron-category';
import { deniesClients, type Collection } from '../collection';

const plain = { personal: false } as const;

export const patronCategories: Collection = {
  name: 'patron_categories',
  owner: 'membership',
  keptBy: 'librarians',
  zh: '读者类别：借阅册数、预约数、权利与会员期限',
  en: 'Patron categories: limits, rights and how long a membership lasts',
  fields: {
    _id: {
      ...plain,
      type: 'string',
      required: true,
      zh: '类别代码，如 undergraduate、outside',
      en: 'Code of the category, such as undergraduate, outside',
    },
    name: { ...plain, type: 'string', required: true, zh: '名称，如 本科生', en: 'What it is called' },
    kind: {
      ...plain,
      type: 'string',
      required: true,
      zh: '校园卡读者（campus），或可在手机上申请的线上会员（online）',
      en: 'People of the university (campus), or whoever applies on the phone (online)',
      values: categoryKinds,
    },
    membershipDays: {
      ...plain,
      type: 'integer',
      zh: '会员期限（天）；线上会员必填，不填则不开放申请',
      en: 'Length of a membership in days; without it nobody can apply',
    },
    renewal: {
      ...plain,
      type: 'string',
      zh: '续期方式：不可（never）、本人一点即续（at-once）、重新申请（by-application）',
      en: 'How a membership goes on: never, at-once, by-application',
      values: renewalWays,
    },
    renewalOpensDays: {
      ...plain,
      type: 'integer',
      zh: '到期前多少天可以续期；不填为 30 天',
      en: 'A renewal may be asked for so many days before the end; 30 without it',
    },
    loanLimit: { ...plain, type: 'integer', required: true, zh: '最多同时借几册', en: 'Loans at a time' },
    holdLimit: { ...plain, type: 'integer', required: true, zh: '最多同时预约几种', en: 'Holds at a time' },
    rights: {
      ...plain,
      type: 'strings',
      zh: '权利：borrow 外借、hold 预约、preview 预览资源、download 下载资源',
      en: 'Rights: borrow, hold, preview resources, download resources',
      values: categoryRights,
    },
    proof: {
      ...plain,
      type: 'string',
      zh: '申请时要上传的证明，写给读者看；不填则不需要',
      en: 'What an applicant has to prove, told to them; without it nothing',
    },
    cardPrefix: {
      ...plain,
      type: 'string',
      zh: '发证时证号的开头，大写字母或数字，最多六位；不填为 OL',
      en: 'Beginning of the card numbers given out, capitals or digits, six at most; OL without it',
    },
    order: { ...plain, type: 'integer', zh: '显示顺序，小的在前', en: 'Place in lists, lowest first' },
  },
  indexes: [],
  rule: deniesClients,
};
