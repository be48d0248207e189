/** What a patron chose about loans; neither is on until it is switched on. */
export type LoanChoices = {
  /** Since when returned loans are kept for the patron to see; null = they are not. */
  readonly historySince: Date | null;
  readonly autoRenewal: boolean;
};

export const noChoices: LoanChoices = { historySince: null, autoRenewal: false };

/**
 * The choices after a change. A history that is on stays as old as it is; switched off and on again it is new, and what
 * was returned before does not come back. Source: identity and privacy, 18.
 */
export const chosen = (
  before: LoanChoices,
  change: { readonly history?: boolean | undefined; readonly autoRenewal?: boolean | undefined },
  now: Date,
): LoanChoices => {
  const wanted = change.history ?? before.historySince !== null;
  return {
    historySince: wanted ? (before.historySince ?? now) : null,
    autoRenewal: change.autoRenewal ?? before.autoRenewal,
  };
};
