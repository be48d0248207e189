/** An expected outcome: a value, or every reason why there is none, the headline first. Never thrown. */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R> = { readonly ok: false; readonly reasons: readonly R[] };
export type Result<T, R = never> = Ok<T> | Refused<R>;

/** It was done; this came of it. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
/** It was not done, for these reasons: the headline first. */
export const refuse = <R>(...reasons: R[]): Refused<R> => ({ ok: false, reasons });
