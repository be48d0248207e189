/** A day after Chinese words, spaced as figures are and words are not: 预计 6 月 12 日, 预计今天. */
export const thenDay = (words: string, day: string): string =>
  /^\d/.test(day) ? `${words} ${day}` : `${words}${day}`;

export const dayWording = {
  today: '今天',
  tomorrow: '明天',
  dayAfterTomorrow: '后天',
  dayOfMonth: (month: number, day: number): string => `${month} 月 ${day} 日`,
  dayOfYear: (year: number, month: number, day: number): string => `${year} 年 ${month} 月 ${day} 日`,
  openUntil: (time: string): string => `开着，到 ${time}`,
  openNow: '开着',
  opensAt: (day: string, time: string): string => `已关，${day} ${time} 开`,
  closedToday: '今天闭馆',
  closedNow: '已关',
  hoursNotKnown: '开放时间未登记',
  asOf: (when: string): string => `没连上网络，这是 ${when} 看到的`,
} as const;
