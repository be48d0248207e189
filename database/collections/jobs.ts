import { deniesClients, type Collection } from '../collection';

export const jobs: Collection = {
  name: 'jobs',
  owner: 'scheduler',
  keptBy: 'functions',
  zh: '定时任务：租约与进度',
  en: 'Timed work: leases and progress',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '任务名', en: 'Name of the job' },
    leasedUntil: {
      type: 'integer',
      personal: false,
      zh: '占用至（毫秒）',
      en: 'Taken until, in milliseconds',
    },
    dueAt: {
      type: 'integer',
      personal: false,
      zh: '下次可运行（毫秒）',
      en: 'Due again at, in milliseconds',
    },
    progress: { type: 'object', personal: false, zh: '进度', en: 'How far it has come' },
  },
  indexes: [],
  rule: deniesClients,
};
