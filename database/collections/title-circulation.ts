import { holdStates } from '../../cloudfunctions/circulation/domain/records/title-circulation';
import { deniesClients, type Collection, type Field } from '../collection';

const holdFields: Readonly<Record<string, Field>> = {
  holdId: { type: 'string', required: true, personal: false, zh: '预约号', en: 'Number of the hold' },
  card: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
  barcode: {
    type: 'string',
    personal: false,
    zh: '只约这一册；空为任一册',
    en: 'The one copy it is for; null for any',
  },
  branchId: { type: 'string', required: true, personal: true, zh: '取书分馆', en: 'Pickup branch' },
  placedAt: { type: 'instant', required: true, personal: true, zh: '预约时间', en: 'When it was placed' },
  state: {
    type: 'string',
    required: true,
    personal: false,
    zh: '状态：排队、在途、已到馆',
    en: 'Waiting, its copy on the way, or ready',
    values: holdStates,
  },
  suspendedUntil: {
    type: 'day',
    personal: true,
    zh: '暂停到哪天（当天恢复）',
    en: 'Suspended until this day',
  },
  keptBarcode: { type: 'string', personal: false, zh: '为它留的那一册', en: 'Copy that is kept for it' },
  pickupBy: { type: 'day', personal: true, zh: '取书期限', en: 'Last day on the pickup shelf' },
};

const loanFields: Readonly<Record<string, Field>> = {
  loanId: { type: 'string', required: true, personal: false, zh: '借阅号', en: 'Number of the loan' },
  barcode: { type: 'string', required: true, personal: false, zh: '条码号', en: 'Barcode' },
  dueOn: { type: 'day', required: true, personal: false, zh: '应还日期', en: 'Due day' },
};

export const titleCirculation: Collection = {
  name: 'title_circulation',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '每种书的流通：排队、在架、借出；一切决定都读写它',
  en: 'What decides about one title: its queue, free copies and loans',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '书目号', en: 'Record number' },
    sequence: {
      type: 'integer',
      required: true,
      personal: false,
      zh: '第几次改动',
      en: 'Which change it is',
    },
    holds: { type: 'objects', personal: true, zh: '预约队列', en: 'Queue of holds', fields: holdFields },
    freeCopies: { type: 'strings', personal: false, zh: '在架可借的条码', en: 'Barcodes of free copies' },
    loans: { type: 'objects', personal: false, zh: '借出的复本', en: 'Copies on loan', fields: loanFields },
    watchers: {
      type: 'strings',
      personal: true,
      zh: '要到书通知的证号',
      en: 'Cards to tell when a copy is back',
    },
  },
  indexes: [
    { name: 'holds_pickupBy', fields: [['holds.pickupBy', 1]] },
    { name: 'holds_state', fields: [['holds.state', 1]] },
  ],
  rule: deniesClients,
};
