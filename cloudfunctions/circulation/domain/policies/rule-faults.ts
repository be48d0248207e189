import type { DocumentFault } from '../../../kernel/document-fault';
import type { PolicyRule } from './choose-policy';
import { isItemCategory, type ItemCategories } from './item-categories';
import { anyCategory } from './policy';

/**
 * What is wrong among policies that are each well written: one for a pair that another is for already, which never
 * holds, and one for patrons or items of a category that there is not. Without any category nothing is said of them.
 */
export const ruleFaults = (
  rules: readonly PolicyRule[],
  categories: readonly string[],
  itemCategories: ItemCategories,
): readonly DocumentFault[] => {
  const taken = new Set<string>();
  const known = new Set([anyCategory, '', ...categories]);
  const inOrder = [...rules].sort((a, b) => (a.policyId < b.policyId ? -1 : 1));
  return inOrder.flatMap(({ policyId, patronCategory, itemCategory }): DocumentFault[] => {
    const _id = `policies/${policyId}`;
    const pair = JSON.stringify([patronCategory, itemCategory]);
    const isTaken = taken.has(pair) && patronCategory !== '' && itemCategory !== '';
    taken.add(pair);
    const isUnknown = categories.length > 0 && !known.has(patronCategory);
    const isUnknownItem =
      itemCategory !== anyCategory && itemCategory !== '' && !isItemCategory(itemCategories, itemCategory);
    return [
      ...(isUnknownItem ? [{ _id, field: 'itemCategory', code: 'unknown-category' as const }] : []),
      ...(isUnknown ? [{ _id, field: 'patronCategory', code: 'unknown-category' as const }] : []),
      ...(isTaken ? [{ _id, field: 'patronCategory', code: 'used-before' as const }] : []),
    ];
  });
};
