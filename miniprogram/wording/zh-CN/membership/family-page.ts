import { thenDay } from '../library-day';
import { askingWording } from '../asking';

/** What a family link lets the other card do, and what it doesn't. */
const rights = {
  see: { name: '看借阅', note: '看到借了什么书、哪天到期、预约和欠费；不能续借' },
  renew: { name: '看借阅，也能续借', note: '除了看，还能替这张证续借；不能借书、预约、解绑' },
} as const;

/** What a patron reads about cards of the family. */
export const familyWording = {
  title: '家人的证',
  unboundAdvice: '绑定后可以和家人互看借阅',
  lead: '和家人互看借阅',
  about: '一方出码，另一方在自己的微信里看清楚、同意了，才算关联。到期自动失效，两边随时都能解除，马上生效。',
  rights,
  theirs: '我能看的证',
  mine: '能看我的证',
  noTheirs: '还没有能看的证',
  noMine: '没有人能看您的借阅',
  who: (name: string, card: string): string => `${name} · ${card}`,
  until: (right: string, day: string): string => `${right} · ${day}到期`,
  ended: (right: string): string => `${right} · 已到期，不再有效`,
  see: '看这张证的借阅',
  end: '解除',
  endLabel: (who: string): string => `解除 ${who}`,
  keep: '先留着',
  askEnd: {
    theirs: (who: string): string => `解除后，您马上看不到 ${who} 的借阅。`,
    mine: (who: string): string => `解除后，${who} 马上看不到您的借阅。`,
  },
  linkEnded: '已经解除',
  notEnded: (why: string): string => `没有解除：${why}`,
  invite: '邀请家人',
  consent: '填家人给的码',
} as const;

/** What a patron reads who invites somebody of the family. */
export const inviteWording = {
  whose: '谁看谁的借阅',
  whoseChoices: {
    mine: { name: '家人看我的', note: '家人同意后，能看到您借的书' },
    theirs: { name: '我看家人的', note: '家人同意后，您能看到家人借的书' },
  },
  right: '能做什么',
  span: '到什么时候',
  spans: { month: '一个月', half: '半年', year: '一年' },
  endsOn: (day: string): string => `${day}到期`,
  make: '出关联码',
  making: askingWording.makingCode,
  code: '关联码',
  until: (when: string): string => `${when} 前有效，只能用一次`,
  how: '把码告诉家人，请对方在自己的微信里打开「我的 → 家人的证 → 填家人给的码」，看清楚再同意。不要给家人以外的人。',
  copy: '复制关联码',
  copied: '已复制，发给家人吧',
  notCopied: '没有复制成，照着念给家人也行',
  again: '再出一个码',
} as const;

/** What a patron reads who was given a code. */
export const consentWording = {
  lead: '家人给了您一个关联码？',
  codeHint: askingWording.codeHint,
  codeFault: '请填关联码',
  tryAfter: (when: string): string => `${when} 以后再试，先问问家人码对不对`,
  look: '看看要同意什么',
  looking: askingWording.checking,
  asks: {
    theirs: {
      see: (who: string): string => `${who} 请您看对方的借阅`,
      renew: (who: string): string => `${who} 请您看对方的借阅，并替对方续借`,
    },
    mine: {
      see: (who: string): string => `${who} 想看您的借阅`,
      renew: (who: string): string => `${who} 想看您的借阅，并替您续借`,
    },
  },
  allows: {
    theirs: (day: string): string => `${thenDay('到', day)}为止，您能看到对方借了什么书。对方看不到您的。`,
    mine: (day: string): string =>
      `${thenDay('到', day)}为止，对方能看到您借了什么书、哪天到期、预约和欠费。`,
  },
  renews: {
    theirs: '您续借的是对方的书，超期的费用也记在对方证上。',
    mine: '对方替您续借，和您自己续借一样算次数。对方不能借书、预约、解绑。',
  },
  anytime: '两边随时都能在「家人的证」里解除。不认识这个人就不要同意。',
  agree: '我同意',
  agreeing: '正在关联…',
  refuse: '不同意',
  agreed: '关联好了',
} as const;

/** What a patron reads on the page of a linked card's loans. */
export const familyLoansWording = {
  title: '家人的借阅',
  of: (who: string): string => `${who} 的借阅`,
  seeOnly: { title: '这个关联只能看', advice: '要续借，请对方自己续，或重新关联时选「也能续借」' },
  renewsFor: '您可以替对方续借',
  owed: (sum: string): string => `欠费 ${sum}`,
  holds: '预约中的书',
  nothingGlyph: '闲',
  nothing: '对方现在没有在借的书',
  overGlyph: '止',
  over: '已经看不到这张证了',
  overAdvice: '对方解除了关联，或者关联到期了。要再看，请重新邀请。',
  back: '回到家人的证',
} as const;
