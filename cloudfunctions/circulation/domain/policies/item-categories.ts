import { noPolicy } from './choose-policy';
import { usualItemCategory, type Policy } from './policy';

/** The item categories that librarians listed; null = they listed none, and whatever a copy names is one. */
export type ItemCategories = readonly string[] | null;

/** Whether there is such an item category; that of a copy that names none always is. */
export const isItemCategory = (listed: ItemCategories, itemCategory: string): boolean =>
  listed === null || itemCategory === usualItemCategory || listed.includes(itemCategory);

/** What holds for a copy of a category that there is not: it is not lent or renewed, and costs nothing. Source: decision 0076. */
export const policyOfUnknownItem: Policy = { ...noPolicy, renewable: false, finePerDay: 0 };
