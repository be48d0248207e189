import { deniesClients, type Collection } from '../collection';

export const branches: Collection = {
  name: 'branches',
  owner: 'library',
  keptBy: 'librarians',
  zh: '分馆',
  en: 'Branches of the library',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: false,
      zh: '分馆代码，小写字母与连字符，如 main',
      en: 'Code of the branch, lower-case letters and hyphens, such as main',
    },
    name: { type: 'string', required: true, personal: false, zh: '名称', en: 'Name' },
    address: { type: 'string', personal: false, zh: '地址', en: 'Address' },
    phone: { type: 'string', personal: false, zh: '服务电话', en: 'Service telephone' },
    calendarId: {
      type: 'string',
      required: true,
      personal: false,
      zh: '使用的日历（calendars 的 _id）',
      en: 'Calendar it follows, the _id in calendars',
    },
    order: {
      type: 'integer',
      personal: false,
      zh: '显示顺序，小的在前',
      en: 'Place in lists, lowest first',
    },
  },
  indexes: [],
  rule: deniesClients,
};
