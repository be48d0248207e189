import { staffRoles } from '../../cloudfunctions/kernel/person';
import { deniesClients, type Collection } from '../collection';
import { doneRequestFields } from './done-requests';

export const staff: Collection = {
  name: 'staff',
  owner: 'membership',
  keptBy: 'functions',
  zh: '馆员：哪些微信可以做馆员的事',
  en: 'Staff: which WeChats may do the work of librarians',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '微信标识', en: 'Openid' },
    role: {
      type: 'string',
      required: true,
      personal: false,
      zh: '角色：馆员或管理员',
      en: 'Librarian or admin',
      values: staffRoles,
    },
    name: { type: 'string', personal: true, zh: '姓名', en: 'Name' },
    countedAt: {
      type: 'instant',
      personal: false,
      zh: '移除别的管理员时，最近一次数到它仍是管理员的时间',
      en: 'When it was last counted among the admins who stay',
    },
    doneRequests: {
      type: 'objects',
      personal: true,
      zh: '七天内办成的请求，重复时给同样的回答',
      en: 'What was done in the last seven days, to answer the same request alike',
      fields: doneRequestFields,
    },
  },
  indexes: [],
  rule: deniesClients,
};
