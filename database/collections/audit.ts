import { deniesClients, type Collection, type Field } from '../collection';

const actorFields: Readonly<Record<string, Field>> = {
  kind: { type: 'string', required: true, personal: false, zh: '身份', en: 'Patron, visitor, staff or job' },
  pseudonym: { type: 'string', personal: true, zh: '读者代号', en: 'Pseudonym of a patron' },
  openid: { type: 'string', personal: true, zh: '微信标识', en: 'Openid of staff or a visitor' },
  role: { type: 'string', personal: false, zh: '馆员角色', en: 'Role of staff' },
  name: { type: 'string', personal: false, zh: '定时任务名', en: 'Name of a job' },
};

export const audit: Collection = {
  name: 'audit',
  owner: 'membership',
  keptBy: 'functions',
  zh: '审计日志：只增不改',
  en: 'Audit log: lines are only ever added',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '编号', en: 'Number' },
    at: { type: 'instant', required: true, personal: false, zh: '时间', en: 'When' },
    actor: {
      type: 'object',
      required: true,
      personal: true,
      zh: '谁',
      en: 'Who did it',
      fields: actorFields,
    },
    action: { type: 'string', required: true, personal: false, zh: '做了什么', en: 'What was done' },
    patron: {
      type: 'string',
      personal: true,
      zh: '涉及哪位读者（代号）',
      en: 'Whose record it was, by pseudonym',
    },
    maskedCard: { type: 'string', personal: true, zh: '证号（遮去大部分）', en: 'Card, mostly hidden' },
    result: { type: 'string', required: true, personal: false, zh: '结果', en: 'Result' },
    reason: { type: 'string', personal: false, zh: '馆员填写的原因', en: 'Reason that staff gave' },
    requestKey: { type: 'string', personal: false, zh: '请求编号', en: 'Request key' },
    target: { type: 'string', personal: false, zh: '对象编号', en: 'Id of what it was done to' },
    counts: { type: 'object', personal: false, zh: '条数（导入）', en: 'How many of each, by an import' },
  },
  indexes: [
    {
      name: 'patron_at',
      fields: [
        ['patron', 1],
        ['at', -1],
      ],
    },
    { name: 'actor_openid', fields: [['actor.openid', 1]] },
  ],
  rule: deniesClients,
};
