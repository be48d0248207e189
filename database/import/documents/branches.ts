import type { FindBranch } from './copy';

export type KnownBranch = { readonly _id: string; readonly name?: string | undefined };

const branchCode = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 32);

/**
 * How a source's libraries become branches. `given` are the command's `CODE=branch` pairs, and a bare branch for all
 * that nothing else decides; then a branch of that id or name; then the code itself, which makes it a branch that a
 * librarian still has to describe in `branches`.
 */
export const branchFinder = (given: readonly string[], known: readonly KnownBranch[]): FindBranch => {
  const pairs = new Map(
    given.flatMap((text) => {
      const [code = '', branch] = text.split('=');
      return branch === undefined ? [] : [[code.toLowerCase(), branch] as const];
    }),
  );
  const [only, another] = known.map(({ _id }) => _id);
  const fallback =
    given.find((text) => !text.includes('=')) ?? (another === undefined ? only : undefined) ?? null;
  const byName = new Map(
    known.flatMap(({ _id, name }) => [[name ?? _id, _id] as const, [_id, _id] as const]),
  );
  return (named) => {
    if (named === null || named.trim() === '') return fallback;
    const text = named.trim();
    return (
      pairs.get(text.toLowerCase()) ??
      byName.get(text) ??
      byName.get(text.toLowerCase()) ??
      fallback ??
      (branchCode(text) || null)
    );
  };
};
