import { arrivalsWording } from './catalog/arrivals';
import { browseWording } from './catalog/browse';
import { holdsWording } from './circulation/holds-page';
import { loansWording } from './circulation/loans';
import { searchWording } from './catalog/search';
import { sessionWording } from './session';

/** Where it isn't exact there are at least so many. */
type Count = { readonly count: number; readonly isExact: boolean };

export const homeWording = {
  defaultTitle: '图书馆',
  greetings: { morning: '早上好', noon: '中午好', afternoon: '下午好', evening: '晚上好', night: '夜深了' },
  invitation: '今天想读点什么？',
  searchPlaceholder: searchWording.placeholder,
  scan: '扫码查书',
  browse: browseWording.title,
  loans: loansWording.title,
  holds: holdsWording.title,
  card: '借阅证',
  renewAll: '一键续借',
  borrowed: (count: number, soon: number, late: number): string =>
    [`${count} 本在借`, soon > 0 ? `${soon} 本快到期` : '', late > 0 ? `${late} 本超期` : '']
      .filter(Boolean)
      .join(' · '),
  bookDue: (title: string, due: string): string => `《${title}》${due}`,
  nothingBorrowed: loansWording.nothing,
  invitationToBorrow: '挑一本带走吧',
  bind: sessionWording.bind,
  bindLead: '随时看借阅，到期前续借',
  go: '去绑定',
  arrivals: '新到馆',
  arrivalsThisWeek: ({ count, isExact }: Count): string =>
    count === 0 ? '全部' : `本周 ${count}${isExact ? '' : '+'} 种`,
  noArrivals: arrivalsWording.none,
  hot: searchWording.hot,
  call: '打电话给',
  today: '今天开放',
  noBranches: '还没有登记开放时间',
  share: (library: string): string => `${library} · 查书、看馆藏`,
} as const;
