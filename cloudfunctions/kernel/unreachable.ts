/**
 * Thrown where something beside the database gave no answer, so that nobody knows whether it did what was asked: the
 * same request may be made again. `serve` answers `unavailable`; the log has the code of what it gave.
 */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly code: unknown;

  constructor(cause: unknown) {
    super('No answer came', { cause });
    const { code, errCode } = Object(cause) as { readonly code?: unknown; readonly errCode?: unknown };
    this.code = code ?? errCode;
  }
}
