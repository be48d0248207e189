import type { ActionOf } from '../../../../cloudfunctions/api';
import type { Output, Parsed } from '../../../../cloudfunctions/kernel/contract';

type SearchInput = Parsed<ActionOf<'catalog.search'>>;
type CopyStatus = Output<ActionOf<'catalog.book'>>['copies'][number]['status'];

export const fieldNames: Readonly<Record<SearchInput['field'], string>> = {
  any: '全部字段',
  title: '题名',
  author: '作者',
  subject: '主题',
  isbn: 'ISBN',
  'call-number': '索书号',
};

export const sortNames: Readonly<Record<SearchInput['sort'], string>> = {
  best: '最相关',
  newest: '最新出版',
  'most-borrowed': '最多人借',
};

/** The names of those who wrote a book, in one line; `areAll` says whether there are more. */
export const authorNames = (names: readonly string[], areAll: boolean): string =>
  `${names.join('、')}${areAll ? '' : ' 等'}`;

export const copyStatusNames: Readonly<Record<CopyStatus, string>> = {
  available: '可借',
  'on-loan': '借出',
  'on-hold-shelf': '预约待取',
  'in-transit': '调拨途中',
  'in-process': '加工中',
  reference: '馆内阅览',
  missing: '暂时找不到',
};

/** Languages by ISO 639-1 code, the most held first. */
export const languageNames = {
  zh: '中文',
  en: '英文',
  ja: '日文',
  fr: '法文',
  de: '德文',
  ru: '俄文',
  es: '西班牙文',
  ko: '韩文',
} as const satisfies Record<string, string>;
