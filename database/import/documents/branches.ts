import * as v from 'valibot';
import { BranchId } from '../../../cloudfunctions/kernel/contract-values';
import type { FindBranch, Place } from './copy';

export type KnownBranch = { readonly _id: string; readonly name?: string | undefined };

/** A branch's id for what nobody described, null where a contract would refuse it. */
const branchCode = (text: string): string | null => {
  const code = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return v.is(BranchId, code) ? code : null;
};

/**
 * How a source's libraries become branches. `given` are the command's `CODE=branch` pairs, and a bare branch for all
 * that nothing else decides; then a branch of that id or name; then the only branch there is, or the code itself,
 * which makes it a branch that a librarian still has to describe in `branches`: these are told as unknown, each name
 * once.
 */
export const branchFinder = (given: readonly string[], known: readonly KnownBranch[]): FindBranch => {
  const pairs = new Map(
    given.flatMap((text) => {
      const [code = '', branch] = text.split('=');
      return branch === undefined ? [] : [[code.toLowerCase(), branch] as const];
    }),
  );
  const chosen = given.find((text) => !text.includes('='));
  const [first, another] = known.map(({ _id }) => _id);
  const only = another === undefined ? first : undefined;
  const byName = new Map(
    known.flatMap(({ _id, name }) => [[name ?? _id, _id] as const, [_id, _id] as const]),
  );
  const told = new Set<string>();
  const unknown = (text: string): Place => {
    const branchId = only ?? branchCode(text);
    if (branchId === null || told.has(text)) return { branchId };
    told.add(text);
    return { branchId, unknown: text };
  };
  return (named) => {
    const text = named?.trim() ?? '';
    if (text === '') return { branchId: chosen ?? only ?? null };
    const branchId =
      pairs.get(text.toLowerCase()) ?? byName.get(text) ?? byName.get(text.toLowerCase()) ?? chosen;
    return branchId === undefined ? unknown(text) : { branchId };
  };
};
