export type { FailureOf } from '../../cloudfunctions/api';

type Said = { readonly code: string };
type Refused<R extends Said> = { readonly ok: false; readonly reasons: readonly R[] };

/** Why the library refused: the headline of its reasons. */
export const codeOf = <R extends Refused<Said>>({
  reasons,
}: R): R['reasons'][number]['code'] | 'unexpected' => reasons[0]?.code ?? 'unexpected';

/** The same of any reply; null where the library did what it was asked. */
export const failureOf = <R extends Said>(
  reply: Refused<R> | { readonly ok: true },
): R['code'] | 'unexpected' | null => (reply.ok ? null : codeOf(reply));

/** How far something that is fetched has come, as a screen shows it. */
export type LoadStatus = 'loading' | 'content' | 'failed';
