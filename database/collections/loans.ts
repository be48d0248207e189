import { loanEventKinds } from '../../cloudfunctions/circulation/domain/loans/loan';
import { deniesClients, type Collection, type Field } from '../collection';

const own = { required: true, personal: true } as const;

const historyFields: Readonly<Record<string, Field>> = {
  at: { type: 'instant', ...own, zh: '时间', en: 'When' },
  kind: {
    type: 'string',
    required: true,
    personal: false,
    zh: '发生了什么',
    en: 'What happened',
    values: loanEventKinds,
  },
  from: { type: 'day', personal: true, zh: '原应还日期', en: 'Due day before' },
  to: { type: 'day', personal: true, zh: '新应还日期', en: 'Due day after' },
  requestKey: { type: 'string', personal: false, zh: '请求编号', en: 'Request key' },
};

const statedFields: Readonly<Record<string, Field>> = {
  dueOn: { type: 'day', ...own, zh: '应还日期', en: 'Due day' },
  returnedOn: {
    type: 'day',
    personal: true,
    zh: '归还日期；空为未还',
    en: 'Day it came back; null while it is out',
  },
  renewals: { type: 'integer', ...own, zh: '已续借次数', en: 'Renewals so far' },
};

export const loans: Collection = {
  name: 'loans',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '借阅：每次借出一条，含历史',
  en: 'Loans, one for each time a copy was lent, with its history',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '借阅号', en: 'Number of the loan' },
    card: { type: 'string', ...own, zh: '证号', en: 'Card number' },
    barcode: { type: 'string', ...own, zh: '条码号', en: 'Barcode' },
    bookId: { type: 'string', ...own, zh: '书目号', en: 'Record number' },
    title: { type: 'string', ...own, zh: '书名', en: 'Title' },
    authors: { type: 'strings', personal: true, zh: '著者', en: 'Authors' },
    branchId: {
      type: 'string',
      required: true,
      personal: false,
      zh: '借出的分馆',
      en: 'Branch that lent it',
    },
    itemCategory: { type: 'string', required: true, personal: false, zh: '馆藏类别', en: 'Item category' },
    borrowedOn: { type: 'day', ...own, zh: '借出日期', en: 'Day it was borrowed' },
    dueOn: { type: 'day', ...own, zh: '应还日期', en: 'Due day' },
    renewals: { type: 'integer', ...own, zh: '已续借次数', en: 'Renewals so far' },
    returnedOn: {
      type: 'day',
      personal: true,
      zh: '归还日期；空为未还',
      en: 'Day it came back; null while it is out',
    },
    recalled: { type: 'boolean', required: true, personal: false, zh: '已召回', en: 'Staff recalled it' },
    reportedLost: { type: 'boolean', ...own, zh: '已报遗失', en: 'It was reported lost' },
    claimedReturned: {
      type: 'boolean',
      ...own,
      zh: '读者称已归还',
      en: 'The patron claims to have returned it',
    },
    finesFixed: {
      type: 'integer',
      personal: true,
      zh: '续借时已定的逾期费（分）',
      en: 'Fines fixed at renewals, in fen',
    },
    stated: {
      type: 'object',
      personal: true,
      zh: '别的系统上次怎么说（从那里导入的借阅才有）',
      en: 'What the other system said last; of imported loans only',
      fields: statedFields,
    },
    forgottenId: {
      type: 'string',
      personal: true,
      zh: '忘记是谁借的之后用的借阅号；在此之前别处都没有',
      en: 'Id that it goes on under once it is nobody’s; no other document has it',
    },
    history: { type: 'objects', ...own, zh: '历史', en: 'What happened to it', fields: historyFields },
  },
  indexes: [
    {
      name: 'card_returnedOn',
      fields: [
        ['card', 1],
        ['returnedOn', 1],
      ],
    },
    {
      name: 'returnedOn_dueOn',
      fields: [
        ['returnedOn', 1],
        ['dueOn', 1],
      ],
    },
    { name: 'barcode', fields: [['barcode', 1]] },
  ],
  rule: deniesClients,
};
