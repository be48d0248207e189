const failed = (errCode: string) => ({ returnCode: 'SUCCESS', resultCode: 'FAIL', errCode });

/** A merchant's orders as the payment platform keeps them. */
export const somePlatform = () => {
  const orders = new Map<string, { totalFee: number; tradeState: string }>();
  let asked = 0;
  let isDown = false;
  const good = { returnCode: 'SUCCESS', resultCode: 'SUCCESS' };
  return {
    orders,
    asked: () => asked,
    /** While it is down every question is answered SYSTEMERROR. */
    setDown: (down: boolean) => {
      isDown = down;
    },
    pay: {
      unifiedOrder: (order: Readonly<Record<string, unknown>>) => {
        const number = String(order['outTradeNo']);
        if (!orders.has(number))
          orders.set(number, { totalFee: Number(order['totalFee']), tradeState: 'NOTPAY' });
        const payment = { timeStamp: '1', nonceStr: 'n', package: 'p', signType: 'MD5', paySign: 's' };
        return Promise.resolve({ ...good, payment });
      },
      queryOrder: (order: Readonly<Record<string, unknown>>) => {
        asked += 1;
        if (isDown) return Promise.resolve(failed('SYSTEMERROR'));
        const known = orders.get(String(order['outTradeNo']));
        return Promise.resolve(known ? { ...good, ...known, transactionId: '42' } : failed('ORDERNOTEXIST'));
      },
      closeOrder: (order: Readonly<Record<string, unknown>>) => {
        const number = String(order['outTradeNo']);
        const known = orders.get(number);
        if (isDown) return Promise.resolve(failed('SYSTEMERROR'));
        if (known === undefined) return Promise.resolve(failed('ORDERNOTEXIST'));
        if (known.tradeState === 'SUCCESS') return Promise.resolve(failed('ORDERPAID'));
        orders.set(number, { ...known, tradeState: 'CLOSED' });
        return Promise.resolve(good);
      },
      environment: () => 'test',
    },
  };
};
