/** What stands on the bill unless the settings say otherwise: WeChat shows it to the reader, and the phone does not write it. */
export const usualBillTitle = '图书逾期费';
