import { deniesClients, type Collection } from '../collection';

export const cardNumbers: Collection = {
  name: 'card_numbers',
  owner: 'membership',
  keptBy: 'functions',
  zh: '发证计数：每个开头每年发到第几号',
  en: 'How many card numbers were given out, by prefix and year',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: false,
      zh: '证号开头与年份，如 OL2026',
      en: 'Prefix and year, such as OL2026',
    },
    last: { type: 'integer', required: true, personal: false, zh: '最后一号', en: 'Last number given out' },
  },
  indexes: [],
  rule: deniesClients,
};
