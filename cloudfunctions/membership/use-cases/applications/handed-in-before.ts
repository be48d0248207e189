import type { Output } from '../../../kernel/contract';
import { answeredBefore } from '../../../kernel/request-keys';
import type { applicationActions } from '../../contract/applications';
import type { HandInNeeds } from './hand-in';

/**
 * What this request to apply or to correct was answered before; null where it is new. Looked up before anything is
 * checked, since asking WeChat for a phone number costs, and its code is good for one question only.
 */
export const handedInBefore = (
  { withApplications, now }: Pick<HandInNeeds, 'withApplications' | 'now'>,
  openid: string,
  key: string,
  request: string,
) =>
  withApplications(async (records) => {
    const applicant = await records.applicant(openid);
    if (applicant === null) return null;
    const asked = { key, request, done: applicant.doneRequests, at: now() };
    return answeredBefore<Output<typeof applicationActions.apply>>(asked);
  });
