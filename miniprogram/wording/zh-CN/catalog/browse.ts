export const browseWording = {
  title: '分类浏览',
  lead: '中国图书馆分类法',
  wholeClass: (name: string): string => `全部${name}`,
  shareTitle: '按分类找书',
} as const;
