import { deniesClients, type Collection } from '../collection';
import { doneRequestFields } from './done-requests';

export const consents: Collection = {
  name: 'consents',
  owner: 'membership',
  keptBy: 'functions',
  zh: '同意：每个微信对每件事的选择',
  en: 'What a WeChat has consented to, each thing on its own',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '微信标识', en: 'Openid' },
    given: {
      type: 'object',
      required: true,
      personal: true,
      zh: '每件事：同意与否、说明的版本、时间',
      en: 'For each thing: given or not, version of the words, when',
    },
    doneRequests: {
      type: 'objects',
      personal: true,
      zh: '近七天的请求，防止重复',
      en: 'Requests of seven days, so that none counts twice',
      fields: doneRequestFields,
    },
  },
  indexes: [],
  rule: deniesClients,
};
