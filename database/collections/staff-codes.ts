import { staffRoles } from '../../cloudfunctions/kernel/person';
import { deniesClients, type Collection } from '../collection';

export const staffCodes: Collection = {
  name: 'staff_codes',
  owner: 'membership',
  keptBy: 'librarians',
  zh: '馆员邀请码：用一次即失效；第一位管理员的码在控制台里填',
  en: 'Codes that make somebody staff, good once; the first admin has one typed in the console',
  fields: {
    _id: {
      type: 'string',
      required: true,
      personal: false,
      zh: '邀请码：至少十二位字母或数字',
      en: 'The code, twelve letters or digits at least',
    },
    role: {
      type: 'string',
      required: true,
      personal: false,
      zh: '角色：馆员或管理员',
      en: 'Librarian or admin',
      values: staffRoles,
    },
    until: {
      type: 'integer',
      personal: false,
      zh: '有效至（毫秒）；控制台里填的没有期限',
      en: 'Good until, in milliseconds; one typed in the console has no end',
    },
    by: { type: 'string', personal: true, zh: '邀请人的微信标识', en: 'Openid of the admin who made it out' },
  },
  indexes: [{ name: 'until', fields: [['until', 1]] }],
  rule: deniesClients,
};
