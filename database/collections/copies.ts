import { copyStatuses } from '../../cloudfunctions/catalog/domain/works/book-record';
import { deniesClients, type Collection } from '../collection';

export const copies: Collection = {
  name: 'copies',
  owner: 'catalog',
  keptBy: 'librarians',
  zh: '馆藏复本：每册一条',
  en: 'Copies, one for each book on a shelf',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '条码号', en: 'Barcode' },
    bookId: {
      type: 'string',
      required: true,
      personal: false,
      zh: '书目号（books 的 _id）',
      en: 'Record number, the _id in books',
    },
    branchId: {
      type: 'string',
      required: true,
      personal: false,
      zh: '所在分馆（branches 的 _id）',
      en: 'Branch it belongs to, the _id in branches',
    },
    shelf: { type: 'string', personal: false, zh: '架位：楼层与阅览区', en: 'Shelf: floor and area' },
    callNumber: {
      type: 'string',
      personal: false,
      zh: '本册索书号；不填则用书目的索书号',
      en: "The copy's call number; without it the record's",
    },
    itemCategory: {
      type: 'string',
      personal: false,
      zh: '馆藏类别，借阅规则（policies）以此区分；不填为 book',
      en: 'Item category that loan policies go by; book without it',
    },
    status: {
      type: 'string',
      required: true,
      personal: false,
      zh: '状态：在架、借出、预约架、转运、加工、阅览、遗失',
      en: 'On its shelf, on loan, on the hold shelf, in transit, in process, reference only, or missing',
      values: copyStatuses,
    },
    dueOn: {
      type: 'day',
      personal: false,
      zh: '应还日期，借出时填写',
      en: 'Day it is due back, while on loan',
    },
    loans: { type: 'integer', personal: false, zh: '累计借出次数', en: 'How often it has been borrowed' },
  },
  indexes: [{ name: 'bookId', fields: [['bookId', 1]] }],
  rule: deniesClients,
};
