import { deniesClients, type Collection } from '../collection';

export const settings: Collection = {
  name: 'settings',
  owner: 'library',
  keptBy: 'librarians',
  zh: '设置：每个主题一条，_id 是主题',
  en: 'Settings, one document for each subject, which is its _id',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: false,
      zh: '主题，目前只有 library',
      en: 'Subject; only library so far',
    },
    name: {
      type: 'string',
      personal: false,
      zh: '图书馆名称（library）',
      en: "The library's name (library)",
    },
  },
  indexes: [],
  rule: deniesClients,
};
