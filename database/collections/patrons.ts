import { membershipStatuses } from '../../cloudfunctions/membership/domain/patrons/standing';
import { deniesClients, type Collection } from '../collection';

export const patrons: Collection = {
  name: 'patrons',
  owner: 'membership',
  keptBy: 'librarians',
  zh: '读者：每张借阅证一条',
  en: 'Patrons, one for each library card',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
    name: { type: 'string', required: true, personal: true, zh: '姓名', en: 'Name' },
    category: {
      type: 'string',
      required: true,
      personal: true,
      zh: '读者类别（patron_categories 的 _id）',
      en: 'Patron category, the _id in patron_categories',
    },
    department: { type: 'string', personal: true, zh: '院系或单位', en: 'Department' },
    phone: { type: 'string', personal: true, zh: '电话', en: 'Telephone' },
    status: {
      type: 'string',
      personal: true,
      zh: '状态：正常或停用；不填为正常',
      en: 'Active or suspended; active without it',
      values: membershipStatuses,
    },
    endsOn: {
      type: 'day',
      personal: true,
      zh: '有效期最后一天；不填则没有期限',
      en: 'Last day of the membership; without it there is none',
    },
    initialPin: {
      type: 'string',
      personal: true,
      zh: '初始密码：填入后几分钟内自动加密并从这里消失；读者第一次绑定时必须更换',
      en: 'Initial PIN: hashed and removed within minutes; the patron must change it at the first binding',
    },
  },
  // Only patrons whose initial PIN is not hashed yet have one: the job that hashes finds them by a range of values.
  indexes: [{ name: 'initialPin', fields: [['initialPin', 1]] }],
  rule: deniesClients,
};
