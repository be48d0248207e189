const most = 2;

/** A name that others may look at over one's shoulder: the first character, the rest hidden (陈 * *). */
export function maskedName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return [first, ...rest.slice(0, most).map(() => '*')].join(' ');
}
