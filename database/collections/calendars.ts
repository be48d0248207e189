import { deniesClients, type Collection, type Field } from '../collection';

const branchIds: Field = {
  type: 'strings',
  personal: false,
  zh: '适用的分馆；不填则所有使用本日历的分馆',
  en: 'Branches it holds for; without it every branch that follows this calendar',
};
const weekdays: Field = {
  type: 'integers',
  personal: false,
  zh: '星期，0 是星期日，6 是星期六',
  en: 'Weekdays, 0 for Sunday to 6 for Saturday',
};
const opens: Field = {
  type: 'time',
  personal: false,
  zh: '开门时刻，如 08:00',
  en: 'Opening time, such as 08:00',
};
const closes: Field = {
  type: 'time',
  personal: false,
  zh: '关门时刻，如 22:30；早于开门时刻表示次日，午夜写 24:00',
  en: 'Closing time; one before the opening time is on the next day, midnight is 24:00',
};
const from: Field = { type: 'day', required: true, personal: false, zh: '第一天', en: 'First day' };
const to: Field = {
  type: 'day',
  personal: false,
  zh: '最后一天（含）；不填则只有第一天',
  en: 'Last day, which counts; without it the first day only',
};

export const calendars: Collection = {
  name: 'calendars',
  owner: 'library',
  keptBy: 'librarians',
  zh: '日历：开放时间与闭馆日，借还期限也以此为准',
  en: 'Calendars: opening hours and closed days; due days go by the same ones',
  fields: {
    _id: { type: 'string', required: true, personal: false, zh: '日历代码', en: 'Code of the calendar' },
    name: { type: 'string', personal: false, zh: '名称', en: 'Name' },
    weeklyHours: {
      type: 'objects',
      required: true,
      personal: false,
      zh: '每周开放时间；同一天可以有几行',
      en: 'Hours of an ordinary week; a day may have several rows',
      fields: {
        weekdays: { ...weekdays, required: true },
        opens: { ...opens, required: true },
        closes: { ...closes, required: true },
        branchIds,
      },
    },
    specialHours: {
      type: 'objects',
      personal: false,
      zh: '特殊开放时间：在所列日期代替每周开放时间；日期范围最短的一行优先',
      en: 'Hours that replace the ordinary ones on some days; the row of the fewest days goes first',
      fields: {
        from,
        to,
        weekdays: {
          ...weekdays,
          zh: '只在这些星期开放；不填则每天',
          en: 'Open on these weekdays only; without it daily',
        },
        opens: {
          ...opens,
          zh: '开门时刻；与关门时刻都不填表示不开放',
          en: 'Opening time; closed without both times',
        },
        closes,
        branchIds,
      },
    },
    closedWeekdays: {
      ...weekdays,
      zh: '每周闭馆日，0 是星期日，6 是星期六',
      en: 'Closed weekdays, 0 for Sunday',
    },
    closedDates: { type: 'days', personal: false, zh: '闭馆日期', en: 'Closed days' },
    closedRanges: {
      type: 'objects',
      personal: false,
      zh: '闭馆时段，如寒假，含首尾两天',
      en: 'Closed periods such as a vacation, both ends included',
      fields: { from, to },
    },
    openDates: {
      type: 'days',
      personal: false,
      zh: '开放日期（调休上班日），优先于以上各项闭馆',
      en: 'Open days, such as make-up working days; they go before every closing above',
    },
  },
  indexes: [],
  rule: deniesClients,
};
