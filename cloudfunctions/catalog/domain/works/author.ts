const bracketed = /[（(［[【〔][^（(［[【〔）)\]］】〕]*[）)\]］】〕]/gu;
const between = /\s*[/;；|、，,&]\s*|\s+and\s+/iu;
const roleBefore = /^\s*(?:作者?|著者?|画|绘|译|文|图|编|author|by)\s*[:：]\s*/iu;
const roleAfter =
  /\s*(?:原著|编著|主编|编译|译注|校注|编写|编绘|绘著|著绘|口述|整理|选编|等著|著|編|编|译|譯|绘|繪|撰|等|et al\.?)\s*$/iu;
const partsOfName = /[·•・‧∙．.]/u;

/** The names in an author statement, without countries, dates and roles: `[英] 阿兰·德波顿 著` → 阿兰·德波顿. */
export const authorNames = (statement: string): string[] =>
  statement
    .normalize('NFKC')
    .replaceAll(bracketed, ' ')
    .split(between)
    .map((name) => name.replace(roleBefore, '').trim())
    .map((name) => (name.length > 2 ? name.replace(roleAfter, '') : name).trim())
    .filter((name) => name !== '');

/** The part of a name that people remember: 德波顿 of 阿兰·德波顿, Schmidt of Gary D. Schmidt. */
export const familyName = (name: string): string => {
  const isLatin = /^[\p{Script=Latin}\s.'’-]+$/u.test(name);
  const parts = (isLatin ? name.split(/[\s.]+/) : name.split(partsOfName)).filter(
    (part) => part.trim() !== '',
  );
  return parts.at(-1) ?? name;
};
