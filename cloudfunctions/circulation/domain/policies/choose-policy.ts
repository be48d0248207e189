import { anyCategory, usualPolicy, type Policy } from './policy';

/** A policy with the pair of categories that it is for. */
export type PolicyRule = {
  readonly policyId: string;
  readonly patronCategory: string;
  readonly itemCategory: string;
  readonly policy: Policy;
};

/** The usual rules with no limit of renewals: what holds for a pair of categories that no policy is for. */
export const noPolicy: Policy = { ...usualPolicy, maxRenewals: null, lendable: false };

const closeness = (rule: PolicyRule, patronCategory: string, itemCategory: string): number => {
  // One that does not say whom or what it is for is for nobody, also not for whoever has no category.
  if (rule.patronCategory === '' || rule.itemCategory === '') return -1;
  const isForPatron = rule.patronCategory === patronCategory;
  const isForItem = rule.itemCategory === itemCategory;
  if (!isForPatron && rule.patronCategory !== anyCategory) return -1;
  if (!isForItem && rule.itemCategory !== anyCategory) return -1;
  return (isForPatron ? 2 : 0) + (isForItem ? 1 : 0);
};

/**
 * The policy for a pair of categories: one that names both goes first, then one that names the patron's, then one that
 * names the copy's, then `*` and `*`. Of two alike the first by id. Undefined where none is for it.
 */
export const chooseRule = (
  rules: readonly PolicyRule[],
  patronCategory: string,
  itemCategory: string,
): PolicyRule | undefined => {
  const fitting = rules
    .map((rule) => ({ rule, close: closeness(rule, patronCategory, itemCategory) }))
    .filter(({ close }) => close >= 0)
    .sort((a, b) => b.close - a.close || (a.rule.policyId < b.rule.policyId ? -1 : 1));
  return fitting[0]?.rule;
};
