/** A merchant's orders as the payment platform keeps them. */
export const somePlatform = () => {
  const orders = new Map<string, { totalFee: number; tradeState: string }>();
  let asked = 0;
  const good = { returnCode: 'SUCCESS', resultCode: 'SUCCESS' };
  return {
    orders,
    asked: () => asked,
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
        const known = orders.get(String(order['outTradeNo']));
        return Promise.resolve(
          known ? { ...good, ...known, transactionId: '42' } : { returnCode: 'FAIL', resultCode: 'FAIL' },
        );
      },
      environment: () => 'test',
    },
  };
};
