/** Where it isn't exact there are at least so many. */
type Count = { readonly count: number; readonly isExact: boolean };

export const homeWording = {
  defaultTitle: '图书馆',
  greetings: { morning: '早上好', noon: '中午好', afternoon: '下午好', evening: '晚上好', night: '夜深了' },
  invitation: '今天想读点什么？',
  searchPlaceholder: '书名、作者、ISBN、拼音首字母',
  scan: '扫码查书',
  shortcuts: { scan: '扫码查书', browse: '分类浏览', arrivals: '新到馆' },
  arrivals: '新到馆',
  arrivalsThisWeek: ({ count, isExact }: Count): string =>
    count === 0 ? '全部' : `本周 ${count}${isExact ? '' : '+'} 种`,
  noArrivals: '最近没有新书上架',
  hot: '大家在查',
  noHot: '还没有热门检索',
  call: '打电话给',
  today: '今天开放',
  noBranches: '还没有登记开放时间',
  share: (library: string): string => `${library} · 查书、看馆藏`,
} as const;
