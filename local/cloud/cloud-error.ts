/**
 * An error as the cloud's protocol reports it: `{ code, message, requestId }` with HTTP 200. The SDKs map `code`
 * to their own numbers (`DATABASE_REQUEST_FAILED` to -502001, what they don't know to -501001).
 */
export class CloudError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CloudError';
    this.code = code;
  }
}
