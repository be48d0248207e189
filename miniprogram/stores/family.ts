import { FamilyLoans } from './circulation/family-loans';
import { inDays, patronSources } from './index';
import { FamilyConsent } from './membership/family-consent';
import { FamilyInvite } from './membership/family-invite';
import { FamilyLinks } from './membership/family-links';

/** The family's part of the composition root: whose loans the bound card may see, and who may see its own. */
export const openFamilyLinks = (): FamilyLinks => new FamilyLinks(patronSources);
/** Offering somebody of the family a link. */
export const openFamilyInvite = (): FamilyInvite => new FamilyInvite({ ...patronSources, dayAfter: inDays });
/** Consenting to a link that somebody of the family offers. */
export const openFamilyConsent = (): FamilyConsent => new FamilyConsent(patronSources);
/** What somebody of the family has borrowed. */
export const openFamilyLoans = (linkId: string): FamilyLoans =>
  new FamilyLoans(patronSources, openFamilyLinks(), linkId);
