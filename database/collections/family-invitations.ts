import { familyRights } from '../../cloudfunctions/kernel/contract';
import { deniesClients, type Collection } from '../collection';

export const familyInvitations: Collection = {
  name: 'family_invitations',
  owner: 'membership',
  keptBy: 'functions',
  zh: '家人关联码：等对方同意，一天内有效',
  en: 'Offers of family links that wait for the other side, for a day',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '关联码', en: 'The code' },
    card: { type: 'string', required: true, personal: true, zh: '发起的证号', en: 'The card that offers' },
    pseudonym: {
      type: 'string',
      required: true,
      personal: true,
      zh: '发起的证在审计日志里的代号',
      en: 'What stands for that card in the audit log',
    },
    whose: {
      type: 'string',
      required: true,
      personal: false,
      zh: '看谁的：发起人的，或对方的',
      en: 'Whose loans are seen: of the card that offers, or of the other',
      values: ['mine', 'theirs'],
    },
    right: {
      type: 'string',
      required: true,
      personal: false,
      zh: '权利：看，或看并续借',
      en: 'See, or renew too',
      values: familyRights,
    },
    endsOn: {
      type: 'day',
      required: true,
      personal: false,
      zh: '关联的最后一天',
      en: 'Last day of the link',
    },
    requestKey: { type: 'string', required: true, personal: false, zh: '请求编号', en: 'Request key' },
    until: {
      type: 'integer',
      required: true,
      personal: false,
      zh: '关联码有效至（毫秒）',
      en: 'The code is good until, in milliseconds',
    },
  },
  indexes: [
    { name: 'card', fields: [['card', 1]] },
    { name: 'until', fields: [['until', 1]] },
  ],
  rule: deniesClients,
};
