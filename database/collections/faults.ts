import { faultWords } from '../../cloudfunctions/kernel/fault-wording';
import { deniesClients, type Collection } from '../collection';

const told: Collection['fields'] = {
  field: { type: 'string', personal: false, zh: '字段', en: 'Field' },
  code: { type: 'string', personal: false, zh: '错误代码', en: 'What is wrong, as a code' },
  message: { type: 'string', personal: false, zh: '说明', en: 'What is wrong, in Chinese' },
};

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
      zh: '错误代码',
      en: 'What is wrong, as a code',
      values: Object.keys(faultWords),
    },
    message: { type: 'string', required: true, personal: false, zh: '说明', en: 'What is wrong, in Chinese' },
    more: {
      type: 'objects',
      personal: false,
      zh: '同一条里的其他错误',
      en: 'Further mistakes in the same document',
      fields: told,
    },
    seenAt: { type: 'instant', required: true, personal: false, zh: '发现时间', en: 'When it was seen' },
  },
  indexes: [],
  rule: deniesClients,
};
