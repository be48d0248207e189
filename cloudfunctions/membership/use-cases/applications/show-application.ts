import { maskCard } from '../../../kernel/audit';
import type { Output } from '../../../kernel/contract';
import type { applicationActions } from '../../contract/applications';
import type { Application } from '../../domain/applications/application';
import type { PatronCategory } from '../../domain/patrons/patron-category';

export type ShownApplication = Output<typeof applicationActions.apply>['application'];

/** What a category is called; its code where it is gone. */
export const nameOf = (categories: readonly PatronCategory[], code: string): string =>
  categories.find(({ category }) => category === code)?.name ?? code;

/** An application as its applicant and staff see it: without the ids of files and WeChats, the card masked. */
export const showApplication = (
  application: Application,
  categories: readonly PatronCategory[],
): ShownApplication => ({
  applicationId: application.applicationId,
  state: application.state,
  revision: application.revision,
  category: application.category,
  categoryName: nameOf(categories, application.category),
  name: application.name,
  phone: application.phone,
  birthYear: application.birthYear,
  guardian: application.guardian,
  proofs: application.proofs.map(({ proofId, kind, bytes }) => ({ proofId, kind, bytes })),
  steps: application.steps.map(({ state, at, reason }) => ({ state, at: at.getTime(), reason })),
  isRenewal: application.isRenewal,
  submittedAt: application.submittedAt.getTime(),
  maskedCard: application.card === null ? null : maskCard(application.card),
  endsOn: application.endsOn,
});
