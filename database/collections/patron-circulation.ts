import { deniesClients, type Collection, type Field } from '../collection';
import { doneRequestFields } from './done-requests';

const bookId: Field = { type: 'string', required: true, personal: true, zh: '书目号', en: 'Record number' };

export const patronCirculation: Collection = {
  name: 'patron_circulation',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '每位读者的流通：在借、预约、欠费；决定时读它',
  en: 'What decisions need of one patron: loans, holds and fines',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '证号', en: 'Card number' },
    sequence: {
      type: 'integer',
      required: true,
      personal: false,
      zh: '第几次改动',
      en: 'Which change it is',
    },
    openLoans: {
      type: 'objects',
      personal: true,
      zh: '在借',
      en: 'Open loans',
      fields: {
        loanId: { type: 'string', required: true, personal: false, zh: '借阅号', en: 'Number of the loan' },
        bookId,
        dueOn: { type: 'day', required: true, personal: true, zh: '应还日期', en: 'Due day' },
      },
    },
    finesOwed: {
      type: 'integer',
      personal: true,
      zh: '已定未付的欠费（分）',
      en: 'Fixed and unpaid fines, in fen',
    },
    openPayments: {
      type: 'objects',
      personal: true,
      zh: '还没付完的在线订单',
      en: 'Orders at the payment platform that may still be paid',
      fields: {
        paymentId: {
          type: 'string',
          required: true,
          personal: false,
          zh: '订单号',
          en: 'Number of the order',
        },
        amount: {
          type: 'integer',
          required: true,
          personal: true,
          zh: '金额（分）',
          en: 'Amount in fen',
        },
      },
    },
    holds: {
      type: 'objects',
      personal: true,
      zh: '预约',
      en: 'Holds',
      fields: {
        holdId: { type: 'string', required: true, personal: false, zh: '预约号', en: 'Number of the hold' },
        bookId,
      },
    },
    watches: {
      type: 'objects',
      personal: true,
      zh: '到书通知',
      en: 'Titles to hear of when a copy is back',
      fields: {
        bookId,
        title: { type: 'string', required: true, personal: true, zh: '书名', en: 'Title' },
        since: { type: 'day', required: true, personal: true, zh: '哪天要求的', en: 'Since when' },
      },
    },
    borrowingSuspendedUntil: {
      type: 'day',
      personal: true,
      zh: '停借到哪天（含）',
      en: 'Nothing is lent through this day',
    },
    doneRequests: {
      type: 'objects',
      personal: true,
      zh: '最近办理的请求',
      en: 'What was done lately, by request key',
      fields: doneRequestFields,
    },
  },
  indexes: [
    { name: 'openLoans_dueOn', fields: [['openLoans.dueOn', 1]] },
    { name: 'doneRequests_at', fields: [['doneRequests.at', 1]] },
  ],
  rule: deniesClients,
};
