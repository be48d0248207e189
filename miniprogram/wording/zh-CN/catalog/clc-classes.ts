type Subclass = { readonly clc: string; readonly name: string };
type ClcClass = Subclass & { readonly hint: string; readonly subclasses: readonly Subclass[] };

const under = (names: Readonly<Record<string, string>>): readonly Subclass[] =>
  Object.entries(names).map(([clc, name]) => ({ clc, name }));

/** The 22 main classes of the 中国图书馆分类法 (5th edition) with their first divisions. */
export const clcClasses: readonly ClcClass[] = [
  {
    clc: 'A',
    name: '马列主义、毛泽东思想、邓小平理论',
    hint: '原著与研究',
    subclasses: under({
      A1: '马克思、恩格斯著作',
      A2: '列宁著作',
      A4: '毛泽东著作',
      A49: '邓小平著作',
      A7: '生平和传记',
      A8: '学习和研究',
    }),
  },
  {
    clc: 'B',
    name: '哲学、宗教',
    hint: '思想 · 逻辑 · 伦理 · 心理',
    subclasses: under({
      B0: '哲学理论',
      B1: '世界哲学',
      B2: '中国哲学',
      B5: '欧洲哲学',
      B80: '思维科学',
      B81: '逻辑学',
      B82: '伦理学',
      B83: '美学',
      B84: '心理学',
      B9: '宗教',
    }),
  },
  {
    clc: 'C',
    name: '社会科学总论',
    hint: '社会学 · 统计 · 管理',
    subclasses: under({
      C0: '社会科学理论与方法论',
      C8: '统计学',
      C91: '社会学',
      C92: '人口学',
      C93: '管理学',
      C95: '民族学、文化人类学',
      C96: '人才学',
      C97: '劳动科学',
    }),
  },
  {
    clc: 'D',
    name: '政治、法律',
    hint: '政治 · 外交 · 法律',
    subclasses: under({
      D0: '政治学理论',
      D2: '中国共产党',
      D5: '世界政治',
      D6: '中国政治',
      D8: '外交、国际关系',
      D9: '法律',
    }),
  },
  {
    clc: 'E',
    name: '军事',
    hint: '理论 · 战史 · 技术',
    subclasses: under({
      E0: '军事理论',
      E1: '世界军事',
      E2: '中国军事',
      E8: '战略学、战役学、战术学',
      E9: '军事技术',
    }),
  },
  {
    clc: 'F',
    name: '经济',
    hint: '经济学 · 管理 · 贸易 · 金融',
    subclasses: under({
      F0: '经济学',
      F1: '世界各国经济',
      F2: '经济管理',
      F3: '农业经济',
      F4: '工业经济',
      F5: '交通运输经济',
      F7: '贸易经济',
      F8: '财政、金融',
    }),
  },
  {
    clc: 'G',
    name: '文化、科学、教育、体育',
    hint: '传播 · 图书馆 · 教育 · 体育',
    subclasses: under({
      G0: '文化理论',
      G2: '信息与知识传播',
      G3: '科学、科学研究',
      G4: '教育',
      G6: '各级教育',
      G8: '体育',
    }),
  },
  {
    clc: 'H',
    name: '语言、文字',
    hint: '汉语 · 外语 · 语言学',
    subclasses: under({ H0: '语言学', H1: '汉语', H2: '中国少数民族语言', H3: '常用外国语' }),
  },
  {
    clc: 'I',
    name: '文学',
    hint: '小说 · 诗歌 · 散文 · 戏剧',
    subclasses: under({
      I0: '文学理论',
      I1: '世界文学',
      I2: '中国文学',
      I3: '亚洲文学',
      I5: '欧洲文学',
      I7: '美洲文学',
    }),
  },
  {
    clc: 'J',
    name: '艺术',
    hint: '绘画 · 书法 · 音乐 · 电影',
    subclasses: under({
      J0: '艺术理论',
      J1: '世界各国艺术概况',
      J2: '绘画、书法',
      J3: '雕塑',
      J4: '摄影艺术',
      J5: '工艺美术',
      J6: '音乐',
      J7: '舞蹈',
      J8: '戏剧、曲艺',
      J9: '电影、电视艺术',
    }),
  },
  {
    clc: 'K',
    name: '历史、地理',
    hint: '史书 · 传记 · 考古 · 地理',
    subclasses: under({
      K0: '史学理论',
      K1: '世界史',
      K2: '中国史',
      K3: '亚洲史',
      K5: '欧洲史',
      K81: '传记',
      K85: '文物考古',
      K89: '风俗习惯',
      K9: '地理',
    }),
  },
  {
    clc: 'N',
    name: '自然科学总论',
    hint: '科学史 · 系统科学 · 科普',
    subclasses: under({
      N0: '自然科学理论与方法论',
      N1: '自然科学概况',
      N4: '自然科学教育与普及',
      N94: '系统科学',
    }),
  },
  {
    clc: 'O',
    name: '数理科学和化学',
    hint: '数学 · 力学 · 物理 · 化学',
    subclasses: under({ O1: '数学', O3: '力学', O4: '物理学', O6: '化学', O7: '晶体学' }),
  },
  {
    clc: 'P',
    name: '天文学、地球科学',
    hint: '天文 · 气象 · 地质 · 海洋',
    subclasses: under({
      P1: '天文学',
      P2: '测绘学',
      P3: '地球物理学',
      P4: '大气科学（气象学）',
      P5: '地质学',
      P7: '海洋学',
      P9: '自然地理学',
    }),
  },
  {
    clc: 'Q',
    name: '生物科学',
    hint: '细胞 · 遗传 · 植物 · 动物',
    subclasses: under({
      Q1: '普通生物学',
      Q2: '细胞生物学',
      Q3: '遗传学',
      Q4: '生理学',
      Q5: '生物化学',
      Q7: '分子生物学',
      Q94: '植物学',
      Q95: '动物学',
      Q98: '人类学',
    }),
  },
  {
    clc: 'R',
    name: '医药、卫生',
    hint: '中医 · 临床 · 药学 · 保健',
    subclasses: under({
      R1: '预防医学、卫生学',
      R2: '中国医学',
      R3: '基础医学',
      R4: '临床医学',
      R5: '内科学',
      R6: '外科学',
      R74: '神经病学与精神病学',
      R9: '药学',
    }),
  },
  {
    clc: 'S',
    name: '农业科学',
    hint: '农学 · 园艺 · 林业 · 水产',
    subclasses: under({
      S1: '农业基础科学',
      S3: '农学',
      S5: '农作物',
      S6: '园艺',
      S7: '林业',
      S8: '畜牧、动物医学',
      S9: '水产、渔业',
    }),
  },
  {
    clc: 'T',
    name: '工业技术',
    hint: '计算机 · 电子 · 机械 · 建筑',
    subclasses: under({
      TB: '一般工业技术',
      TD: '矿业工程',
      TE: '石油、天然气工业',
      TF: '冶金工业',
      TG: '金属学与金属工艺',
      TH: '机械、仪表工业',
      TJ: '武器工业',
      TK: '能源与动力工程',
      TL: '原子能技术',
      TM: '电工技术',
      TN: '电子技术、通信技术',
      TP: '自动化技术、计算机技术',
      TQ: '化学工业',
      TS: '轻工业、手工业',
      TU: '建筑科学',
      TV: '水利工程',
    }),
  },
  {
    clc: 'U',
    name: '交通运输',
    hint: '铁路 · 公路 · 水运',
    subclasses: under({ U2: '铁路运输', U4: '公路运输', U6: '水路运输' }),
  },
  {
    clc: 'V',
    name: '航空、航天',
    hint: '航空 · 航天',
    subclasses: under({ V1: '航空、航天技术的研究与探索', V2: '航空', V4: '航天' }),
  },
  {
    clc: 'X',
    name: '环境科学、安全科学',
    hint: '环境 · 污染防治 · 安全',
    subclasses: under({
      X1: '环境科学基础理论',
      X3: '环境保护管理',
      X5: '环境污染及其防治',
      X7: '废物处理与利用',
      X8: '环境质量评价与监测',
      X9: '安全科学',
    }),
  },
  {
    clc: 'Z',
    name: '综合性图书',
    hint: '丛书 · 百科 · 年鉴',
    subclasses: under({
      Z1: '丛书',
      Z2: '百科全书、类书',
      Z3: '辞典',
      Z4: '论文集、杂著',
      Z5: '年鉴、年刊',
      Z8: '图书目录、文摘',
    }),
  },
];

const names = new Map(
  clcClasses.flatMap((main) => [main, main.subclasses].flat()).map(({ clc, name }) => [clc, name]),
);

/** The name of a class, or of the nearest class above it that has one; null when the letter is none of the 22. */
export const clcName = (clc: string): string | null => {
  for (let length = clc.length; length > 0; length -= 1) {
    const name = names.get(clc.slice(0, length));
    if (name !== undefined) return name;
  }
  return null;
};
