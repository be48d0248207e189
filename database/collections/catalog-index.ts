import { facetKeyNames } from '../../cloudfunctions/catalog/domain/works/facet-keys';
import { deniesClients, type Collection } from '../collection';

const derived = { personal: false } as const;
/** Behind the order, so that a search reads only works that its facets leave. */
const facets = facetKeyNames.map((key) => [`facets.${key}`, 1] as const);

export const catalogIndex: Collection = {
  name: 'catalog_index',
  owner: 'catalog',
  keptBy: 'derived',
  zh: '检索索引：每种著作一条，由书目和复本算出，不要手改',
  en: 'What search reads: one document a work, made from books and copies; never edited',
  fields: {
    _id: { ...derived, type: 'string', required: true, zh: '著作键与内容指纹', en: 'Key and fingerprint' },
    key: { ...derived, type: 'string', required: true, zh: '著作键：题名与著者', en: 'Title and author' },
    books: { ...derived, type: 'strings', required: true, zh: '各版本的书目号', en: 'Records of the work' },
    fingerprints: {
      ...derived,
      type: 'strings',
      required: true,
      zh: '各版本的内容指纹',
      en: 'Fingerprint of each record with its copies',
    },
    editions: {
      ...derived,
      type: 'string',
      required: true,
      zh: '各版本，JSON 文本',
      en: 'Its editions, as JSON text',
    },
    matchText: {
      ...derived,
      type: 'string',
      required: true,
      zh: '规范化文字，JSON 文本',
      en: 'Normalised wording, as JSON text',
    },
    terms: { ...derived, type: 'strings', required: true, zh: '检索词', en: 'Terms it is found by' },
    hints: {
      ...derived,
      type: 'strings',
      required: true,
      zh: '拼音、首字母与容错词',
      en: 'Beginnings, sounds and what a slip leaves',
    },
    facets: { ...derived, type: 'object', required: true, zh: '筛选项', en: 'Facets, a value each' },
    rank: { ...derived, type: 'string', required: true, zh: '热度次序', en: 'Order by use' },
    newest: { ...derived, type: 'string', required: true, zh: '出版年次序', en: 'Order by year' },
    arrived: { ...derived, type: 'string', zh: '入藏次序', en: 'Order of arrival' },
  },
  indexes: [
    {
      name: 'terms_rank',
      fields: [['terms', 1], ['rank', 1], ...facets],
    },
    {
      name: 'terms_newest',
      fields: [['terms', 1], ['newest', 1], ...facets],
    },
    {
      name: 'hints_rank',
      fields: [['hints', 1], ['rank', 1], ...facets],
    },
    { name: 'books', fields: [['books', 1]] },
    { name: 'key', fields: [['key', 1]] },
    { name: 'arrived', fields: [['arrived', 1]] },
  ],
  rule: deniesClients,
};
