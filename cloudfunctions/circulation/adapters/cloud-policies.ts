import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { DocumentFault } from '../../kernel/document-fault';
import type { Transaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { chooseRule, noPolicy, type PolicyRule } from '../domain/policies/choose-policy';
import { isItemCategory, policyOfUnknownItem, type ItemCategories } from '../domain/policies/item-categories';
import { readPaymentSettings, readSettings } from '../domain/policies/read-settings';
import { ruleFaults } from '../domain/policies/rule-faults';
import type { Written } from '../../kernel/written-fields';
import type { Policy } from '../domain/policies/policy';
import { readPolicy, type PolicyDocument } from '../domain/policies/read-policy';

/** A page of the server; a library has fewer policies. */
const page = 500;
/** A new policy holds within a minute; a changed one at once, where it decides. */
const freshMs = 60_000;

const readAll = async (database: Database) => {
  const documents = await documentsOf<PolicyDocument>(database.collection('policies').limit(page));
  return documents.map(readPolicy);
};

/** The item categories of the settings, as they stand. */
export const itemCategoriesNow = (database: Database) => async (): Promise<ItemCategories> =>
  readSettings(await documentById<Written>(database, 'settings', 'circulation')).value.itemCategories;

/** Looks through all policies for mistakes, each by itself and among each other. */
export const checkPolicies =
  (database: Database, categories: () => Promise<readonly { readonly category: string }[]>) =>
  async (): Promise<readonly DocumentFault[]> => {
    const [all, known, items] = await Promise.all([
      readAll(database),
      categories(),
      itemCategoriesNow(database)(),
    ]);
    const rules = all.map(({ rule }) => rule);
    const names = known.map(({ category }) => category);
    return [...all.flatMap(({ faults }) => faults), ...ruleFaults(rules, names, items)];
  };

/** Looks for mistakes in the settings that circulation reads. */
export const checkSettings = (database: Database) => async (): Promise<readonly DocumentFault[]> => {
  const [circulation, payments] = await Promise.all([
    documentById<Written>(database, 'settings', 'circulation'),
    documentById<Written>(database, 'settings', 'payments'),
  ]);
  return [...readSettings(circulation).faults, ...readPaymentSettings(payments).faults];
};

type Known = { readonly rules: readonly PolicyRule[]; readonly items: ItemCategories };

/** Null for a copy of a category that there is not. */
const ruleIn = ({ rules, items }: Known, patronCategory: string, itemCategory: string) =>
  isItemCategory(items, itemCategory) ? chooseRule(rules, patronCategory, itemCategory) : null;

const policyOf = (rule: PolicyRule | undefined | null): Policy =>
  rule === null ? policyOfUnknownItem : (rule?.policy ?? noPolicy);

/**
 * The policies that librarians wrote. Which one is for a pair of categories is kept for a minute; inside a transaction
 * that one is read by its id, as it stands. A copy of a category that there is not has none of them.
 */
export const cloudPolicies = (database: Database, now: Clock) => {
  const knownNow = async (): Promise<Known> => {
    const [all, items] = await Promise.all([readAll(database), itemCategoriesNow(database)()]);
    return { rules: all.map(({ rule }) => rule), items };
  };
  const kept = keptBriefly(knownNow, freshMs, now);
  const ruleFor = async (patronCategory: string, itemCategory: string) =>
    ruleIn(await kept(), patronCategory, itemCategory) ??
    ruleIn(await knownNow(), patronCategory, itemCategory);
  return {
    lately: async (patronCategory: string, itemCategory: string): Promise<Policy> =>
      policyOf(await ruleFor(patronCategory, itemCategory)),
    within: async (
      transaction: Transaction,
      patronCategory: string,
      itemCategory: string,
    ): Promise<Policy> => {
      const known = await ruleFor(patronCategory, itemCategory);
      if (!known) return policyOf(known);
      const document = await transaction.read<PolicyDocument>('policies', known.policyId);
      const rules = document ? [readPolicy(document).rule] : [];
      const stillFits = chooseRule(rules, patronCategory, itemCategory);
      if (stillFits !== undefined) return stillFits.policy;
      return policyOf(ruleIn(await knownNow(), patronCategory, itemCategory));
    },
  };
};
