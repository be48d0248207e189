export const arrivalsWording = {
  title: '新到馆',
  thisWeek: (count: number): string => `本周到馆 ${count >= 200 ? '200+' : count} 种`,
  none: '最近没有新书上架',
  noneAdvice: '可以去分类里逛逛',
  browse: '分类浏览',
  shareTitle: '馆里的新书',
} as const;
