import { paymentStates } from '../../cloudfunctions/circulation/domain/fines/payment';
import { deniesClients, type Collection } from '../collection';

const own = { required: true, personal: true } as const;

export const payments: Collection = {
  name: 'payments',
  owner: 'circulation',
  keptBy: 'functions',
  zh: '在线缴费：每张支付订单一条',
  en: 'Payments, one for each order at the payment platform',
  fields: {
    _id: { ...own, type: 'string', zh: '订单号', en: 'Number of the order' },
    card: { ...own, type: 'string', zh: '证号', en: 'Card number' },
    openid: { ...own, type: 'string', zh: '付款的微信', en: 'Openid of who pays' },
    fineIds: { ...own, type: 'strings', zh: '缴哪些逾期费', en: 'Fines that it is for' },
    amount: { ...own, type: 'integer', zh: '金额（分）', en: 'Amount in fen' },
    state: {
      ...own,
      type: 'string',
      zh: '状态：待付、已付、金额不符、已关闭',
      en: 'Open, paid, paid with a wrong sum, or closed',
      values: paymentStates,
    },
    startedAt: { ...own, type: 'instant', zh: '下单时间', en: 'When it was started' },
    askedAt: {
      ...own,
      type: 'instant',
      zh: '上次向支付平台查询的时间',
      en: 'When the platform was last asked by timed work',
    },
    paidOn: { type: 'day', personal: true, zh: '付款日期', en: 'Day on which it was paid' },
    receipt: { type: 'string', personal: true, zh: '收据号', en: 'Number of the receipt' },
    toGiveBack: {
      type: 'integer',
      personal: true,
      zh: '应退（分）：付款时已在别处结清的部分，或金额不符的付款；退给读者后为 0',
      en: 'Fen to give back: paid for what had been settled meanwhile, or a wrong sum; 0 once it was given back',
    },
    givenBack: {
      type: 'object',
      personal: true,
      zh: '已退给读者的',
      en: 'What was given back',
      fields: {
        amount: { type: 'integer', required: true, personal: true, zh: '金额（分）', en: 'Amount in fen' },
        on: {
          type: 'day',
          required: true,
          personal: true,
          zh: '退款日期',
          en: 'Day on which it was given back',
        },
      },
    },
  },
  indexes: [
    {
      name: 'card_toGiveBack',
      fields: [
        ['card', 1],
        ['toGiveBack', 1],
      ],
    },
    {
      name: 'state_askedAt',
      fields: [
        ['state', 1],
        ['askedAt', 1],
      ],
    },
  ],
  rule: deniesClients,
};
