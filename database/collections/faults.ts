import { deniesClients, type Collection } from '../collection';

export const faults: Collection = {
  name: 'faults',
  owner: 'catalog',
  keptBy: 'derived',
  zh: '待更正：手工录入的错误，改好后自动消失',
  en: 'What librarians have to mend; gone when mended',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '集合/编号', en: 'Collection and document' },
    field: { type: 'string', required: true, personal: false, zh: '字段', en: 'Field' },
    code: {
      type: 'string',
      required: true,
      personal: false,
      zh: '缺失、类型不对或值不对',
      en: 'Missing, of the wrong type, or wrong',
      values: ['missing', 'wrong-type', 'wrong-value'],
    },
    message: { type: 'string', required: true, personal: false, zh: '说明', en: 'What is wrong' },
    seenAt: { type: 'instant', required: true, personal: false, zh: '发现时间', en: 'When it was seen' },
  },
  indexes: [],
  rule: deniesClients,
};
