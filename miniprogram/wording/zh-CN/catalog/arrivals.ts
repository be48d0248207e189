/** Where it isn't exact there are at least so many. */
type Count = { readonly count: number; readonly isExact: boolean };

export const arrivalsWording = {
  thisWeek: ({ count, isExact }: Count): string => `本周到馆 ${count}${isExact ? '' : '+'} 种`,
  glyph: '新',
  none: '最近没有新书上架',
  noneAdvice: '可以去分类里逛逛',
  shareTitle: '馆里的新书',
} as const;
