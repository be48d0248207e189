import { deniesClients, type Collection } from '../collection';

export const books: Collection = {
  name: 'books',
  owner: 'catalog',
  keptBy: 'librarians',
  zh: '书目：每种书（每个版本）一条',
  en: 'Catalogue records, one for each edition',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '书目号', en: 'Record number' },
    title: {
      type: 'string',
      required: true,
      personal: false,
      zh: '题名，含副题名',
      en: 'Title and subtitle',
    },
    authors: {
      type: 'strings',
      personal: false,
      zh: '责任者，每人一项，国别写在方括号里',
      en: 'Authors, one each; a country stands in brackets before the name',
    },
    publisher: { type: 'string', personal: false, zh: '出版社', en: 'Publisher' },
    year: {
      type: 'integer',
      personal: false,
      zh: '出版年，四位数字',
      en: 'Year of publication, four digits',
    },
    isbns: {
      type: 'strings',
      personal: false,
      zh: 'ISBN，10 位或 13 位，可以带连字符',
      en: 'ISBNs of 10 or 13 characters; hyphens may stand in them',
    },
    language: {
      type: 'string',
      personal: false,
      zh: '语种代码，如 zh、en、ja',
      en: 'Language code of ISO 639-1, such as zh, en, ja',
    },
    subjects: { type: 'strings', personal: false, zh: '主题词，每词一项', en: 'Subject headings' },
    clc: { type: 'string', personal: false, zh: '中图法分类号', en: 'Class number of the CLC' },
    callNumber: {
      type: 'string',
      personal: false,
      zh: '索书号，如 C912.82/25',
      en: 'Call number, such as C912.82/25',
    },
    summary: { type: 'string', personal: false, zh: '内容提要', en: 'Summary' },
    addedOn: {
      type: 'day',
      personal: false,
      zh: '入藏日期，新书通报按它排列',
      en: 'Day it came into the library; new arrivals go by it',
    },
  },
  indexes: [],
  rule: deniesClients,
};
