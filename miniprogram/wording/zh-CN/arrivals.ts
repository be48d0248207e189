/** Where it isn't exact there are at least so many. */
type Count = { readonly count: number; readonly isExact: boolean };

export const arrivalsWording = {
  title: '新到馆',
  thisWeek: ({ count, isExact }: Count): string => `本周到馆 ${count}${isExact ? '' : '+'} 种`,
  none: '最近没有新书上架',
  noneAdvice: '可以去分类里逛逛',
  browse: '分类浏览',
  shareTitle: '馆里的新书',
} as const;
