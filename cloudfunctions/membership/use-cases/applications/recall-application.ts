import { recallRequest } from '../../../kernel/request-keys';
import { ok, refuse, type Ok, type Refused } from '../../../kernel/result';
import type { Applicant } from '../../domain/applications/applicant';
import type { ShownApplication } from './show-application';

type Known = Ok<{ readonly application: ShownApplication }> | Refused<{ readonly code: 'invalid-request' }>;

/**
 * What this request answered before; null where it is new. `request` is the whole of what was asked, or how it
 * starts and ends where the id of what was made stands between.
 */
export const recallOf = (
  { doneRequests }: Applicant,
  key: string,
  request: string | { readonly start: string; readonly end: string },
  now: Date,
): Known | null => {
  const known = doneRequests.find((each) => each.key === key)?.request ?? '';
  const { start, end } = typeof request === 'string' ? { start: request, end: request } : request;
  const isSame =
    typeof request === 'string' ? known === request : known.startsWith(start) && known.endsWith(end);
  const recalled = recallRequest(doneRequests, key, isSame ? known : `${start}${end}`, now);
  if (recalled.kind === 'new') return null;
  if (recalled.kind === 'of-another-request') return refuse({ code: 'invalid-request' });
  return ok({ application: recalled.answer as ShownApplication });
};
