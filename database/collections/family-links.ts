import { familyRights } from '../../cloudfunctions/kernel/contract';
import { deniesClients, type Collection } from '../collection';

export const familyLinks: Collection = {
  name: 'family_links',
  owner: 'membership',
  keptBy: 'functions',
  zh: '家人关联：一张证让另一张证看借阅或续借，双方都同意过',
  en: 'Family links: what one card lets another see or renew, both having consented',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '编号', en: 'Number' },
    card: { type: 'string', required: true, personal: true, zh: '被看的证号', en: 'The card that is seen' },
    pseudonym: {
      type: 'string',
      required: true,
      personal: true,
      zh: '被看的证在审计日志里的代号',
      en: 'What stands for that card in the audit log',
    },
    by: { type: 'string', required: true, personal: true, zh: '看的证号', en: 'The card that sees it' },
    right: {
      type: 'string',
      required: true,
      personal: false,
      zh: '权利：看，或看并续借',
      en: 'See, or renew too',
      values: familyRights,
    },
    state: {
      type: 'string',
      required: true,
      personal: false,
      zh: '状态：有效',
      en: 'Active',
      values: ['active'],
    },
    endsOn: { type: 'day', required: true, personal: false, zh: '最后一天', en: 'Last day' },
    since: { type: 'instant', required: true, personal: false, zh: '开始时间', en: 'When it began' },
  },
  indexes: [
    { name: 'card', fields: [['card', 1]] },
    { name: 'by', fields: [['by', 1]] },
    { name: 'endsOn', fields: [['endsOn', 1]] },
  ],
  rule: deniesClients,
};
