import { holdEnds } from '../../cloudfunctions/circulation/domain/holds/hold';
import { deniesClients, type Collection } from '../collection';

const own = { required: true, personal: true } as const;

export const holds: Collection = {
  name: 'holds',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '预约：每次一条；进行中的状态在 title_circulation',
  en: 'Holds, one for each; how an open one stands is told by title_circulation',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '预约号', en: 'Number of the hold' },
    card: { type: 'string', ...own, zh: '证号', en: 'Card number' },
    bookId: { type: 'string', ...own, zh: '书目号', en: 'Record number' },
    title: { type: 'string', ...own, zh: '书名', en: 'Title' },
    authors: { type: 'strings', personal: true, zh: '著者', en: 'Authors' },
    barcode: {
      type: 'string',
      personal: true,
      zh: '只约这一册；空为任一册',
      en: 'The one copy it is for; null for any',
    },
    branchId: { type: 'string', ...own, zh: '取书分馆', en: 'Pickup branch' },
    placedAt: { type: 'instant', ...own, zh: '预约时间', en: 'When it was placed' },
    endedOn: {
      type: 'day',
      personal: true,
      zh: '结束日期；空为进行中',
      en: 'Day it ended; null while it goes on',
    },
    end: { type: 'string', personal: true, zh: '怎样结束', en: 'How it ended', values: holdEnds },
  },
  indexes: [{ name: 'card', fields: [['card', 1]] }],
  rule: deniesClients,
};
