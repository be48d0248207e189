import { CloudError } from '../cloud-error';

/**
 * How a call of a function fails, with the codes and wording seen in production: a thrown error is -504002, a
 * timeout -504003, an unknown function -501000 (messages reported by developers; docs.cloudbase.net/error-code).
 */
export class ExecutionError extends CloudError {
  /** The number the phone gets; the SDKs derive their own from `code`. */
  readonly errCode: number;

  constructor(code: string, errCode: number, message: string) {
    super(code, message);
    this.name = 'ExecutionError';
    this.errCode = errCode;
  }
}

/** The function threw, or its promise was rejected. */
export const functionThrew = (error: string) => new ExecutionError('FUNCTIONS_EXECUTE_FAIL', -504002, error);

/** It took longer than its `timeout`. */
export const timedOut = (seconds: number) =>
  new ExecutionError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    -504003,
    `Invoking task timed out after ${seconds} seconds`,
  );

/** No report of the phone's number was found; -501001 is what the SDKs make of a code they don't know. */
export const outOfMemory = (megabytes: number) =>
  new ExecutionError(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    -501001,
    `MemoryLimitReached: more than ${megabytes} MB`,
  );

/** Nothing is deployed under that name. */
export const noSuchFunction = () =>
  new ExecutionError('FUNCTION_NOT_FOUND', -501000, 'FunctionName parameter could not be found.');

/** What the phone sends is over 6 MB. */
export const eventTooLarge = () =>
  new ExecutionError(
    'FUNCTIONS_EXECUTE_FAIL',
    -504002,
    'RequestTooLarge: the event exceeds the upper limit (6MB)',
  );

/** What the function gives back is over 6 MB. */
export const resultTooLarge = () =>
  new ExecutionError('FUNCTIONS_EXECUTE_FAIL', -504002, 'The size of response exceeds the upper limit (6MB)');

const names: Readonly<Record<number, string>> = { [-504002]: 'functions execute fail' };

/** The `errMsg` that `wx.cloud.callFunction` fails with. */
export const phoneMessage = ({ errCode, message }: ExecutionError): string =>
  `cloud.callFunction:fail Error: errCode: ${errCode} ${names[errCode] ?? ''} | errMsg: ${message}`;
