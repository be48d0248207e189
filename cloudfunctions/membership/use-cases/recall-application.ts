import { recallRequest } from '../../kernel/request-keys';
import { ok, refuse, type Ok, type Refused } from '../../kernel/result';
import type { Applicant } from '../domain/applicant';
import type { ShownApplication } from './show-application';

type Known = Ok<{ readonly application: ShownApplication }> | Refused<{ readonly code: 'invalid-request' }>;

/**
 * What this request answered before; null where it is new. `request` is the whole of what was asked, or ends with `/`
 * where the id of what was made stands behind it.
 */
export const recallOf = (
  { doneRequests }: Applicant,
  key: string,
  request: string,
  now: Date,
): Known | null => {
  const known = doneRequests.find((each) => each.key === key)?.request ?? '';
  const isSame = request.endsWith('/') ? known.startsWith(request) : known === request;
  const recalled = recallRequest(doneRequests, key, isSame ? known : request, now);
  if (recalled.kind === 'new') return null;
  if (recalled.kind === 'of-another-request') return refuse({ code: 'invalid-request' });
  return ok({ application: recalled.answer as ShownApplication });
};
