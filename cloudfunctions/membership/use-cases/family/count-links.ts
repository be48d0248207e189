import type { FamilyReads } from '../../ports/family';

/**
 * How many links and open invitations a card has. To be asked inside a transaction that writes what the WeChat of the
 * card was granted: whoever counts meanwhile meets it there and counts again, so that many at once never pass the
 * limit. Invitations come first: one that is accepted in between counts twice, never not at all.
 */
export const countLinks = async (reads: FamilyReads, card: string, now: Date): Promise<number> => {
  const open = await reads.openInvitations(card, now);
  return open + (await reads.linksOf(card)).length;
};
