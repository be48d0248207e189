/** Words that end a statement of responsibility and are no part of the name, longest first. */
const roles = [
  '执行主编',
  '编选',
  '选编',
  '主编',
  '编著',
  '编译',
  '编写',
  '编纂',
  '译著',
  '译注',
  '校注',
  '合著',
  '等编',
  '著',
  '编',
  '译',
  '撰',
  '辑',
  '绘',
  '注',
];
const trailingRole = new RegExp(`\\s*(${roles.join('|')})$`, 'u');
const others = /\s*(?:[[［]?等[\]］]?|\[et al\.?\]|\.\.\.)\s*$/u;
const country = /^[[［【〔（(]\s*(\p{Script=Han}{1,6})\s*[\]］】〕）)]\s*(\S.*)$/u;

/** `（美）胡赛尼`, `【美】胡赛尼` → `[美] 胡赛尼`: the one form that the catalogue keeps. */
export const withCountry = (name: string): string => {
  const found = country.exec(name);
  return found === null ? name : `[${found[1]}] ${found[2]}`;
};

const isHan = /\p{Script=Han}/u;

/** Cuts a list of names or words. A comma cuts only before a Chinese character: `Kiyosaki, Robert` is one name. */
export const cutList = (text: string): string[] =>
  text
    .split(/\s*(?:[;；|、，]|\/+|,(?=\s*[[（(［【]?\p{Script=Han}))\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const nameIn = (statement: string): string => {
  const role = trailingRole.exec(statement.replace(others, ''));
  const name = statement.replace(others, '').replace(trailingRole, '').replace(others, '').trim();
  if (name === '') return '';
  return withCountry(role?.[1]?.includes('译') === true ? `${name} 译` : name);
};

/** The names in a CNMARC statement of responsibility: `周明，王宗仁主编` → `周明`, `王宗仁`; translators keep their 译. */
export const namesInStatement = (statement: string): string[] =>
  cutList(statement)
    .map(nameIn)
    .filter((name) => name !== '');

/** `Jon Stewart, Ben Karlin`: names in natural order, each of two words or more. */
const cutNaturalNames = (text: string): string[] => {
  const parts = text.split(/\s*,\s*/u);
  return !isHan.test(text) && parts.every((part) => /\S\s+\S/u.test(part)) ? parts : [text];
};

/** The names in a table's author cell: cut, the country in its one form, a plain 著 or 编著 dropped. */
export const namesInCell = (cell: string): string[] =>
  cutList(cell)
    .flatMap(cutNaturalNames)
    .map((name) => withCountry(name.replace(/(?<=.{2})\s*(?:主编|编著|著)$/u, '').trim()))
    .filter((name) => name !== '');

/** `Mullin, Virginia L.` → `Virginia L. Mullin`; Chinese names and names with more commas stay as they are. */
export const inNaturalOrder = (name: string): string => {
  const [last = '', first = '', more] = name.split(/\s*,\s*/u);
  return first === '' || more !== undefined || isHan.test(name) ? name : `${first} ${last}`;
};
