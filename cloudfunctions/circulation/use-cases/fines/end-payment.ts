import type { Payment } from '../../domain/fines/payment';
import { keepClosed } from './account-for';
import type { FindPlatform, InFines } from '../../ports/fines';

export type EndNeeds = { readonly inFines: InFines; readonly platform: FindPlatform };

/** Ends an order that nobody has paid, at the platform first; @returns whether nobody can pay it any more. */
export const endPayment =
  ({ inFines, platform }: EndNeeds) =>
  async ({ paymentId }: Payment): Promise<boolean> => {
    if ((await (await platform())?.close(paymentId)) !== true) return false;
    return inFines(async (records) => {
      const payment = await records.payment(paymentId);
      if (payment?.state === 'open') await keepClosed(records, payment);
      return true;
    });
  };
