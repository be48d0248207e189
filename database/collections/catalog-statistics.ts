import { deniesClients, type Collection } from '../collection';

export const catalogStatistics: Collection = {
  name: 'catalog_statistics',
  owner: 'catalog',
  keptBy: 'derived',
  zh: '检索词频：检索从较少见的词开始',
  en: 'How common terms are: a search starts from its rarest words',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '固定为 current', en: 'Always current' },
    frequent: {
      type: 'string',
      required: true,
      personal: false,
      zh: '每行一个常见词和含有它的著作数',
      en: 'A frequent term and the number of works with it a line',
    },
    books: { type: 'integer', personal: false, zh: '统计过的书目数', en: 'Records counted' },
  },
  indexes: [],
  rule: deniesClients,
};
