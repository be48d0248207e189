import type { SealOf } from '../../ports/staff';

/** A whole code that only the library can make of a text, both halves of it; null while it has no key. */
export const sealedCode = async (sealOf: SealOf, text: string): Promise<string | null> => {
  const [first, second] = await Promise.all([sealOf(`${text}/1`), sealOf(`${text}/2`)]);
  return first === null || second === null ? null : `${first}${second}`;
};
