/** The dots in names such as 买买提·艾力, which keyboards write in several ways. */
const dots = /[·•・‧∙⋅]/gu;

const comparable = (name: string): string =>
  name.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll(dots, '·').toLowerCase();

/** Whether two names are written alike, spaces, widths and capitals aside. No name is like none. */
export const isSameName = (one: string, other: string): boolean =>
  comparable(one) !== '' && comparable(one) === comparable(other);
