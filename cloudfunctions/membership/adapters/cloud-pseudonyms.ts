import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../kernel/wechat/cloud-transaction';

type Kept = { readonly pseudonym: string };

/**
 * The name without a meaning that stands for a card in the audit log, made when it is asked for first. Where its
 * document is destroyed, nobody can tell any more whose lines they are.
 */
export const pseudonymWithin = async (transaction: Transaction, card: string): Promise<string> => {
  const kept = await transaction.read<Kept>('pseudonyms', card);
  if (kept !== null) return kept.pseudonym;
  const pseudonym = `p-${randomBytes(12).toString('hex')}`;
  await transaction.put('pseudonyms', card, { pseudonym });
  return pseudonym;
};
