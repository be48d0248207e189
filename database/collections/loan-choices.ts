import { deniesClients, type Collection } from '../collection';
import { doneRequestFields } from './done-requests';

export const loanChoices: Collection = {
  name: 'loan_choices',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '读者的选择：是否保留借阅历史、是否自动续借；没有记录就是都不要',
  en: 'What patrons chose: whether returned loans are kept to see, and whether loans are renewed by themselves',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
    historySince: {
      type: 'instant',
      personal: true,
      zh: '从何时起保留借阅历史；空为不保留',
      en: 'Since when returned loans are kept to see; null = they are not',
    },
    autoRenewal: {
      type: 'boolean',
      required: true,
      personal: true,
      zh: '是否自动续借',
      en: 'Whether loans are renewed the day before they are due',
    },
    doneRequests: {
      type: 'objects',
      personal: true,
      zh: '最近办理的请求',
      en: 'What was done lately, under its request keys',
      fields: doneRequestFields,
    },
  },
  indexes: [],
  rule: deniesClients,
};
