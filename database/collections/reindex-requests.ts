import { deniesClients, type Collection } from '../collection';

export const reindexRequests: Collection = {
  name: 'reindex_requests',
  owner: 'catalog',
  keptBy: 'librarians',
  zh: '重建索引请求：编号为书目号，或 all（全部）；处理后自动删除',
  en: 'Records to index at once, by record number, or all; gone when done',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: false,
      zh: '书目号，或 all',
      en: 'Record number, or all',
    },
    requestedAt: { type: 'instant', personal: false, zh: '请求时间', en: 'When it was asked for' },
  },
  indexes: [],
  rule: deniesClients,
};
