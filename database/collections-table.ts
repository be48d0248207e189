import type { Collection } from './collection';

const kept: Readonly<Record<Collection['keptBy'], string>> = {
  librarians: '馆员',
  functions: '函数',
  derived: '计算所得',
};

const row = ({ name, zh, en, keptBy, owner, indexes, fields }: Collection): string => {
  const isPersonal = Object.values(fields).some(({ personal }) => personal);
  const cells = [`\`${name}\``, `${zh}<br>${en}`, kept[keptBy], owner];
  return `| ${[...cells, indexes.length, isPersonal ? '是' : '否'].join(' | ')} |`;
};

const table = (collections: readonly Collection[]): string =>
  [
    '| 集合 | 内容 | 谁来写 | context | indexes | 个人信息 |',
    '|---|---|---|---|---|---|',
    ...collections.map(row),
  ].join('\n');

/** A README with its table of collections as the schema has them now. */
export const described = (readme: string, collections: readonly Collection[]): string =>
  readme.replace(
    /(<!-- collections:[^\n]*-->\n)[\s\S]*?(<!-- end of collections -->)/,
    (_, begin: string, end: string) => `${begin}\n${table(collections)}\n\n${end}`,
  );
