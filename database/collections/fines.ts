import { fineStates } from '../../cloudfunctions/circulation/domain/fines/fine';
import { deniesClients, type Collection } from '../collection';

const own = { required: true, personal: true } as const;

export const fines: Collection = {
  name: 'fines',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '逾期费：每次逾期归还或逾期续借一条',
  en: 'Fines, one for each copy that came back late or was renewed overdue',
  fields: {
    _id: { ...own, type: 'string', zh: '编号', en: 'Number' },
    card: { ...own, type: 'string', zh: '证号', en: 'Card number' },
    loanId: { ...own, type: 'string', zh: '借阅编号（loans 的 _id）', en: 'Loan, the _id in loans' },
    bookId: { ...own, type: 'string', zh: '书目号', en: 'Record number' },
    title: { ...own, type: 'string', zh: '书名', en: 'Title' },
    amount: { ...own, type: 'integer', zh: '金额（分）', en: 'Amount in fen' },
    days: { ...own, type: 'integer', zh: '计费天数', en: 'Days that counted' },
    fixedOn: { ...own, type: 'day', zh: '确定日期', en: 'Day on which it was fixed' },
    state: {
      ...own,
      type: 'string',
      zh: '状态：未缴、已缴、已免',
      en: 'Owed, paid or waived',
      values: fineStates,
    },
    settledOn: { type: 'day', personal: true, zh: '结清日期', en: 'Day on which it was settled' },
    reason: { type: 'string', personal: true, zh: '馆员填写的原因', en: 'Reason that staff gave' },
  },
  indexes: [{ name: 'card', fields: [['card', 1]] }],
  rule: deniesClients,
};
