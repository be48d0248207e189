import type { PatronCaller } from '../../../kernel/caller';
import type { Outcome } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { circulation } from '../../contract';
import type { FindPlatform } from '../../ports/fines';
import { finesOfCard, type FinesNeeds } from './fines-of-card';

/** What a patron owes, what it is so far for copies still out, and what was settled. */
export const listFines =
  (needs: FinesNeeds & { readonly platform: FindPlatform }) =>
  async ({ patron: { card } }: PatronCaller): Promise<Outcome<typeof circulation.fines>> => {
    const [{ told, openPayments }, platform] = await Promise.all([
      finesOfCard(needs, card),
      needs.platform(),
    ]);
    return ok({ ...told, paysOnline: platform !== null, openPayment: openPayments[0] ?? null });
  };
