import type { PatronCaller } from '../../../kernel/caller';
import { isCode, normalCode } from '../../domain/card/code';
import type { FamilyInvitation, FamilyRecords } from '../../ports/family';
import { guessCode } from '../card/guess-code';

type Found =
  | { readonly invitation: FamilyInvitation }
  | {
      readonly refusal:
        | { readonly code: 'wrong-code' | 'own-code' }
        | { readonly code: 'too-many-tries'; readonly until: number };
    };

/** The open invitation of a code; a wrong code counts as a guess of the WeChat. */
export const invitationOf = async (
  records: FamilyRecords,
  { openid, self }: PatronCaller,
  text: string,
  now: Date,
): Promise<Found> => {
  const guess = await guessCode(records, openid, now);
  if (guess.kind === 'wait') return { refusal: { code: 'too-many-tries', until: guess.until } };
  const code = normalCode(text);
  const invitation = isCode(code) ? await records.invitation(code) : null;
  if (invitation === null || invitation.until <= now.getTime()) {
    await guess.count();
    return { refusal: { code: 'wrong-code' } };
  }
  return invitation.card === self.card ? { refusal: { code: 'own-code' } } : { invitation };
};
