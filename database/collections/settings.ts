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
      zh: '主题：library、payments、circulation',
      en: 'Subject: library, payments, circulation',
    },
    name: {
      type: 'string',
      personal: false,
      zh: '图书馆名称（library）',
      en: "The library's name (library)",
    },
    merchantId: {
      type: 'string',
      personal: false,
      zh: '微信支付的子商户号（payments）；不填则只在服务台收费',
      en: 'Sub-merchant at WeChat Pay (payments); without it fines are paid at the desk only',
    },
    title: {
      type: 'string',
      personal: false,
      zh: '账单上的名目（payments）；不填为“图书逾期费”',
      en: 'What stands on the bill (payments)',
    },
    keepLoansDays: {
      type: 'integer',
      personal: false,
      zh: '还书、结清逾期费、预约结束、发出消息之后多少天抹去是谁的（circulation）；不填为 365',
      en: 'Days after which a returned loan, a settled fine, an ended hold and a message forget whose they were (circulation); 365 without it',
    },
    remindDays: {
      type: 'integer',
      personal: false,
      zh: '到期前几天提醒（circulation）；不填为 3',
      en: 'Days before the due day from which patrons are reminded (circulation); 3 without it',
    },
    itemCategories: {
      type: 'strings',
      personal: false,
      zh: '馆藏类别有哪些（circulation），book 总在其中；填了以后，复本或借阅规则写了别的类别会列入 faults，那样的复本不外借；不填则不核对',
      en: 'Item categories that there are (circulation), book always among them; once listed, another one in a copy or a policy is a fault, and such a copy is not lent. Without it nothing is checked',
    },
  },
  indexes: [],
  rule: deniesClients,
};
