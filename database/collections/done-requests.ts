import type { Field } from '../collection';

/** What was done under request keys lately, inside the document that the work reads and writes anyway. */
export const doneRequestFields: Readonly<Record<string, Field>> = {
  key: { type: 'string', required: true, personal: false, zh: '请求编号', en: 'Request key' },
  request: { type: 'string', required: true, personal: true, zh: '请求了什么', en: 'What was asked for' },
  answer: { type: 'any', personal: true, zh: '当时的回答', en: 'What was answered' },
  at: { type: 'integer', required: true, personal: false, zh: '时间（毫秒）', en: 'When, in milliseconds' },
};
