import { languageNames } from '../wording/zh-CN/catalog/catalogue-terms';

/** The name of a language by its code; the code itself when it has none here. */
export const languageLabel = (code: string): string =>
  (languageNames as Readonly<Record<string, string>>)[code] ?? code;
