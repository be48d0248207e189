const failed = (errCode: string) => ({ returnCode: 'SUCCESS', resultCode: 'FAIL', errCode });

/** A merchant's orders as the payment platform keeps them. */
export const somePlatform = () => {
  const orders = new Map<string, { totalFee: number; tradeState: string }>();
  let asked = 0;
  let isDown = false;
  let isThrowing = false;
  const good = { returnCode: 'SUCCESS', resultCode: 'SUCCESS' };
  const reached = (): Promise<void> =>
    isThrowing
      ? Promise.reject(Object.assign(new Error('cloudPay fails'), { errCode: -501001 }))
      : Promise.resolve();
  return {
    orders,
    asked: () => asked,
    /** While it is down every question is answered SYSTEMERROR. */
    setDown: (down: boolean) => {
      isDown = down;
    },
    /** While it is throwing no call comes back with anything. */
    setThrowing: (throwing: boolean) => {
      isThrowing = throwing;
    },
    pay: {
      unifiedOrder: async (order: Readonly<Record<string, unknown>>) => {
        await reached();
        const number = String(order['outTradeNo']);
        if (!orders.has(number))
          orders.set(number, { totalFee: Number(order['totalFee']), tradeState: 'NOTPAY' });
        const payment = { timeStamp: '1', nonceStr: 'n', package: 'p', signType: 'MD5', paySign: 's' };
        return { ...good, payment };
      },
      queryOrder: async (order: Readonly<Record<string, unknown>>) => {
        await reached();
        asked += 1;
        if (isDown) return failed('SYSTEMERROR');
        const known = orders.get(String(order['outTradeNo']));
        return known ? { ...good, ...known, transactionId: '42' } : failed('ORDERNOTEXIST');
      },
      closeOrder: async (order: Readonly<Record<string, unknown>>) => {
        await reached();
        const number = String(order['outTradeNo']);
        const known = orders.get(number);
        if (isDown) return failed('SYSTEMERROR');
        if (known === undefined) return failed('ORDERNOTEXIST');
        if (known.tradeState === 'SUCCESS') return failed('ORDERPAID');
        orders.set(number, { ...known, tradeState: 'CLOSED' });
        return good;
      },
      environment: () => 'test',
    },
  };
};
