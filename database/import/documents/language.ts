import { languagePattern } from '../../../cloudfunctions/catalog/domain/codes';

const chineseNames: Readonly<Record<string, string>> = {
  中文: 'zh',
  汉语: 'zh',
  英文: 'en',
  英语: 'en',
  日文: 'ja',
  日语: 'ja',
  俄文: 'ru',
  俄语: 'ru',
  法文: 'fr',
  法语: 'fr',
  德文: 'de',
  德语: 'de',
  韩文: 'ko',
  朝鲜文: 'ko',
  西班牙文: 'es',
  西班牙语: 'es',
};

/** MARC's words for "several", "not known", "none" and "other": no language. */
const none = new Set(['mul', 'und', 'mis', 'zxx', 'xxx']);

/**
 * A language as ISO 639-1, from a MARC code (`chi`, `fre`: ISO 639-2/B), a tag (`zh-CN`, of several the first: `en/other`) or a Chinese name. A language
 * without two-letter code keeps its three. Undefined when there is none, null when the text is no language.
 */
export const languageCode = (text: string): string | undefined | null => {
  const plain = text.trim();
  const named = chineseNames[plain];
  if (named !== undefined) return named;
  const subtag = plain.toLowerCase().split(/[^a-z]/u)[0] ?? '';
  if (none.has(subtag)) return undefined;
  if (!languagePattern.test(subtag)) return null;
  return new Intl.Locale(subtag).language;
};
