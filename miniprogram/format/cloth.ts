/** How many cloths the cover component knows; see components/cover. */
export const clothCount = 10;

/** Which cloth a book without a cover is bound in: the same book always in the same. */
export function clothOf(recordId: string): number {
  let hash = 2_166_136_261;
  for (const character of recordId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return (hash >>> 0) % clothCount;
}
