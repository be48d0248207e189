import {
  closedDayMoves,
  holdModes,
  overdueModes,
  renewalStarts,
} from '../../cloudfunctions/circulation/domain/policies/policy';
import { deniesClients, type Collection, type Field } from '../collection';
import { fineFields } from './policy-fines';

const plain = { personal: false } as const;

const renewalFields: Readonly<Record<string, Field>> = {
  loanDays: { ...plain, type: 'integer', zh: '借期（天）；不填为 30', en: 'Length of a loan; 30 without it' },
  renewalDays: {
    ...plain,
    type: 'integer',
    zh: '每次续借的天数；不填则同借期',
    en: 'Length of a renewal; that of a loan without it',
  },
  maxRenewals: {
    ...plain,
    type: 'any',
    required: true,
    zh: '最多续借几次，或 unlimited（不限）；不填则不能续借',
    en: 'Renewals at most, or unlimited; without it nothing is renewed',
  },
  renewFrom: {
    ...plain,
    type: 'string',
    zh: '续借从哪天算起：应还日 due-date（默认），或当天 today',
    en: 'Where a renewal starts counting: the due day (usual) or today',
    values: renewalStarts,
  },
  opensDaysBefore: {
    ...plain,
    type: 'integer',
    zh: '到期前几天开放续借；不填则随时',
    en: 'Renewal opens so many days before the due day; at any time without it',
  },
  overdue: {
    ...plain,
    type: 'string',
    zh: '超期时：可续 allow，该书不可续 refuse-this-loan（默认），全部不可续 refuse-account',
    en: 'Overdue loans may be renewed, may not (usual), or keep all others from it',
    values: overdueModes,
  },
  holds: {
    ...plain,
    type: 'string',
    zh: '有人预约时：不可续 refuse（默认），在架复本不够时不可续 refuse-unless-enough-copies，照续 ignore',
    en: 'With holds: refuse (usual), refuse unless enough copies are free, or ignore them',
    values: holdModes,
  },
  renewable: {
    ...plain,
    type: 'boolean',
    zh: '能否续借；不填为能',
    en: 'Whether it renews; it does without it',
  },
  latestDueOn: {
    ...plain,
    type: 'day',
    zh: '续借不晚于哪天，如学期末；不填则没有',
    en: 'No renewal beyond this day, such as the end of term',
  },
  capAtMembershipEnd: {
    ...plain,
    type: 'boolean',
    zh: '续借不晚于读者有效期；不填为否',
    en: 'No renewal beyond the end of the membership',
  },
  maxTotalDays: {
    ...plain,
    type: 'integer',
    zh: '自借出日起最多几天；不填则没有',
    en: 'Days from the day it was borrowed at most',
  },
  onClosedDay: {
    ...plain,
    type: 'string',
    zh: '应还日逢闭馆：顺延 next-open（默认），提前 previous-open，不变 keep',
    en: 'A due day on a closed day moves on (usual), moves back, or stays',
    values: closedDayMoves,
  },
};

export const policies: Collection = {
  name: 'policies',
  owner: 'circulation',
  keptBy: 'librarians',
  zh: '借阅规则：每种读者类别与每种馆藏类别一条',
  en: 'Loan policies, one for each pair of patron category and item category',
  fields: {
    _id: { ...plain, type: 'string', required: true, zh: '规则代码', en: 'Code of the policy' },
    patronCategory: {
      ...plain,
      type: 'string',
      required: true,
      zh: '读者类别（patron_categories 的 _id），* 表示其余各类',
      en: 'Patron category, the _id in patron_categories; * for all others',
    },
    itemCategory: {
      ...plain,
      type: 'string',
      required: true,
      zh: '馆藏类别（copies 的 itemCategory），* 表示其余各类',
      en: 'Item category, that of copies; * for all others',
    },
    lendable: {
      ...plain,
      type: 'boolean',
      zh: '能否外借；不填为能',
      en: 'Whether it is lent; it is without it',
    },
    ...renewalFields,
    ...fineFields,
    holdShelfDays: {
      ...plain,
      type: 'integer',
      zh: '预约到馆后保留几个开馆日；不填为 3',
      en: 'Open days on the pickup shelf; 3 without it',
    },
    allowHoldOnShelf: {
      ...plain,
      type: 'boolean',
      zh: '有复本在架时能否预约；不填为不能',
      en: 'Whether a hold may be placed though a copy is free; not without it',
    },
  },
  indexes: [],
  rule: deniesClients,
};
