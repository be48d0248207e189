/** The command was written wrongly: said on stderr with the usage, exit code 2. */
export class UsageError extends Error {}

/** What was thrown, in words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isUsage = (error: unknown): boolean =>
  error instanceof UsageError ||
  // node:util's parseArgs
  (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;

/** Runs a command to its exit code; what it throws is said on stderr, without a stack trace. */
export const runCommand = (usage: string, run: () => Promise<number>): void => {
  const explain = (error: unknown): number => {
    process.stderr.write(isUsage(error) ? `${messageOf(error)}\n${usage}\n` : `${messageOf(error)}\n`);
    return isUsage(error) ? 2 : 1;
  };
  const finish = async () => {
    process.exitCode = await run().catch(explain);
  };
  void finish();
};

/** The result of a command, on stdout, for people and programs. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};
