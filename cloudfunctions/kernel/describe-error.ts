const codeOf = (error: object): string | number | undefined => {
  const { code, errCode } = error as { readonly code?: unknown; readonly errCode?: unknown };
  return [code, errCode].find((one) => typeof one === 'string' || typeof one === 'number');
};

/** Where it was thrown; the stack begins with the message, which is cut off whole. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .slice(Math.max(0, stack.indexOf(message)) + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));

/**
 * What a log may tell of an error: its name, its code and where it was thrown. Never its message, in which the
 * database repeats what was asked for: a search text or a card number.
 */
export const describeError = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof Error
    ? { error: error.name, code: codeOf(error), at: framesOf(error) }
    : { error: typeof error };
