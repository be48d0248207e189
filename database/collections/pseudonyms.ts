import { deniesClients, type Collection } from '../collection';

export const pseudonyms: Collection = {
  name: 'pseudonyms',
  owner: 'membership',
  keptBy: 'functions',
  zh: '代号：审计日志里代表一张证；删除后无人能再对上',
  en: 'What stands for a card in the audit log; once it is deleted nobody can tell any more',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
    pseudonym: { type: 'string', required: true, personal: true, zh: '代号', en: 'Pseudonym' },
  },
  indexes: [],
  rule: deniesClients,
};
