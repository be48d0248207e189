import { createHash } from 'node:crypto';
import type { Call } from '../../cloudfunctions/api';
import type { Given, GivenReason } from './verdict';
import type { Scenario } from './scenario';
import { idsOf, loanLabels } from './ids';

/** A loan as the function lists it to its reader. */
export type Listed = {
  readonly label: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly verdict: Given;
};

/** What the reader does with one phone or several: all are the same WeChat, each has seen what it was told. */
export type Session = {
  list(device: string): Promise<readonly Listed[]>;
  renew(device: string, label: string, key: string): Promise<Given>;
  /** Every open loan that the device knows of, one verdict for each, in the order of the answer. */
  renewAll(device: string, key: string): Promise<readonly { label: string; verdict: Given }[]>;
  unbind(): Promise<void>;
};

type Answered =
  | { readonly ok: true; readonly value: { readonly newDueOn: string; readonly renewalsLeft: unknown } }
  | { readonly ok: false; readonly reasons: readonly GivenReason[] };

const given = (reply: Answered): Given =>
  reply.ok ? { granted: true, ...reply.value } : { granted: false, reasons: reply.reasons };

/** The due day that a reply tells, if it does: that of a renewal, or the one that stands instead. */
const toldDueOn = (verdict: Given): string | undefined => {
  if (verdict.granted) return verdict.newDueOn;
  return verdict.reasons.find(({ code }) => code === 'changed')?.['dueOn'] as string | undefined;
};

/** The due days that each device received last; at first those of the row. */
const sightings = (scenario: Scenario) => {
  const first = new Map(loanLabels(scenario).map(({ label, loan }) => [label, loan.dueOn]));
  const devices = new Map<string, Map<string, string>>();
  return (device: string): Map<string, string> => {
    const known = devices.get(device) ?? new Map(first);
    devices.set(device, known);
    return known;
  };
};

/** A key of the row as the functions take one. */
export const requestKey = (scenario: Scenario, key: string): string =>
  createHash('sha256').update(`${scenario.id}/${key}`).digest('hex').slice(0, 32);

/** The reader's side of a row, through the deployed functions. */
export const openSession = (scenario: Scenario, call: Call): Session => {
  const ids = idsOf(scenario);
  const seenBy = sightings(scenario);
  const open = new Set(
    loanLabels(scenario).flatMap(({ label, loan }) =>
      loan.returnedOn === null && loan.owner === 'self' ? [label] : [],
    ),
  );

  const note = (device: string, label: string, verdict: Given): Given => {
    const dueOn = toldDueOn(verdict);
    if (dueOn !== undefined) seenBy(device).set(label, dueOn);
    return verdict;
  };

  return {
    async list(device) {
      const reply = await call('circulation.loans', {});
      if (!reply.ok) throw new Error(`the list was refused: ${JSON.stringify(reply.reasons)}`);
      const listed = reply.value.loans.flatMap(({ loanId, dueOn, renewals, renewal }) => {
        const label = ids.labelOf(loanId);
        return label === undefined ? [] : [{ label, dueOn, renewals, verdict: renewal }];
      });
      open.clear();
      for (const { label, dueOn } of listed) {
        open.add(label);
        seenBy(device).set(label, dueOn);
      }
      return listed;
    },
    async renew(device, label, key) {
      const seenDueOn = seenBy(device).get(label) ?? scenario.loan.dueOn;
      const input = { loanId: ids.loan(label), seenDueOn, requestKey: requestKey(scenario, key) };
      return note(device, label, given(await call('circulation.renew', input)));
    },
    async renewAll(device, key) {
      const seen = seenBy(device);
      const loans = [...open].map((label) => ({ loanId: ids.loan(label), seenDueOn: seen.get(label) ?? '' }));
      const reply = await call('circulation.renewMany', { loans, requestKey: requestKey(scenario, key) });
      if (!reply.ok)
        return loans.map(({ loanId }) => ({
          label: ids.labelOf(loanId) ?? loanId,
          verdict: { granted: false, reasons: reply.reasons },
        }));
      return reply.value.results.map(({ loanId, renewal }) => {
        const label = ids.labelOf(loanId) ?? loanId;
        return { label, verdict: note(device, label, renewal) };
      });
    },
    async unbind() {
      const reply = await call('membership.unbindCard', { requestKey: requestKey(scenario, 'unbind') });
      if (!reply.ok) throw new Error(`the card was not unbound: ${JSON.stringify(reply.reasons)}`);
    },
  };
};
