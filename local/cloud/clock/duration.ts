const milliseconds = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** `5m`, `+2h`, `-3d`, `90s`, `1w` as milliseconds; undefined when it is none of these. */
export const parseDuration = (text: string): number | undefined => {
  const match = /^([+-]?)(\d{1,6})([smhdw])$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, amount, unit] = match;
  const length = Number(amount) * milliseconds[unit as keyof typeof milliseconds];
  return sign === '-' ? -length : length;
};
