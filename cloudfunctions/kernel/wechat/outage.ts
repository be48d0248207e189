/** What the SDK says where the database did not answer, or gave a transaction up; its codes do not tell this from faults. */
const signs =
  /socket hang up|request timeout|\b(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT)\b|ResourceUnavailable\./;

/** Whether an error means that the database could not be reached or was too busy: the same request may be made again. */
export const isOutage = (error: unknown): boolean => {
  const { message = '', errMsg = '' } = (error ?? {}) as { message?: unknown; errMsg?: unknown };
  return signs.test(`${String(message)} ${String(errMsg)}`);
};
