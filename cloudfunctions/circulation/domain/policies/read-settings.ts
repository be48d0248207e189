import { readWritten, type Understood, type Written } from '../../../kernel/written-fields';
import { unknownFields } from '../../../kernel/unknown-fields';
import type { ItemCategories } from './item-categories';

/**
 * `settings/circulation`: days before the due day from which patrons are reminded, and after which what has ended forgets
 * whose it was; and the item categories that there are.
 */
export type CirculationSettings = {
  readonly remindDays: number;
  readonly keepLoansDays: number;
  readonly itemCategories: ItemCategories;
};

const withUnknown = <T extends object>(
  id: string,
  document: Written | null,
  { value, faults }: Understood<T>,
): Understood<T> => {
  const unknown = unknownFields(document ?? {}, Object.keys(value));
  return { value, faults: [...faults, ...unknown.map((fault) => ({ _id: `settings/${id}`, ...fault }))] };
};

const limits = {
  remindDays: { least: 0, most: 30, usual: 3 },
  keepLoansDays: { least: 1, most: 3660, usual: 365 },
} as const;

/** The settings as they were understood: what is missing or can't be read is as usual. */
export const readSettings = (document: Written | null): Understood<CirculationSettings> => {
  const written = readWritten('settings', 'circulation', document ?? {});
  const categories = written.texts('itemCategories').map((category) => category.trim());
  const days = (field: keyof typeof limits): number => {
    const { least, most, usual } = limits[field];
    const typed = written.wholeOrNone(field);
    if (typed === null || typed === undefined) return usual;
    if (typed >= least && typed <= most) return typed;
    written.note(field, 'out-of-range');
    return usual;
  };
  const value = {
    remindDays: days('remindDays'),
    keepLoansDays: days('keepLoansDays'),
    itemCategories: categories.length === 0 ? null : categories,
  };
  return withUnknown('circulation', document, { value, faults: written.faults });
};

/** `settings/payments`: the merchant, null = fines are paid at the desk only, and what stands on the bill, null = as usual. */
export type PaymentSettings = { readonly merchantId: string | null; readonly title: string | null };

/** The settings of payments as they were understood: a merchant that can't be read is none. */
export const readPaymentSettings = (document: Written | null): Understood<PaymentSettings> => {
  const written = readWritten('settings', 'payments', document ?? {});
  const text = (field: string): string | null => written.textOrNone(field)?.trim() || null;
  const value = { merchantId: text('merchantId'), title: text('title') };
  return withUnknown('payments', document, { value, faults: written.faults });
};
