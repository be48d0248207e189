import type { Workbench } from '../../local/cloud/workbench/workbench-client';
import { callAs } from '../support/call-as';
import { idsOf } from './ids';
import type { Call, Scenario } from './scenario';
import { librarian } from './scenario-people';
import { requestKey } from './session';

type StoredFields = Readonly<Record<string, unknown>>;

/** What others do in a row, and what the library keeps. */
export type Desk = {
  /** A hold by a reader who has done nothing in this row yet, or by the reader. */
  placeHold(step: Call & { do: 'place-hold' }): Promise<void>;
  /** A librarian takes the copy back. */
  checkIn(label: string): Promise<void>;
  /** The loan as it is stored, with how many lines tell of its renewals. */
  stored(label: string): Promise<StoredFields>;
};

type Line = { readonly kind: string };
type AuditLine = { readonly action: string; readonly target?: string; readonly result: string };

const refused = (what: string, { reasons }: { readonly reasons: unknown }): Error =>
  new Error(`${what} was refused: ${JSON.stringify(reasons)}`);

const isOfRenewal = ({ action, result }: AuditLine): boolean =>
  action.startsWith('circulation.renew') && result === 'done';

export const openDesk = (workbench: Workbench, scenario: Scenario): Desk => {
  const ids = idsOf(scenario);
  let calls = 0;
  const nextKey = () => requestKey(scenario, `desk-${(calls += 1)}`);
  return {
    async placeHold({ on, by, loan }) {
      const requested = nextKey();
      const card = by === 'self' ? ids.card : ids.otherCard(`step-${calls - 1}`);
      const barcode = on === 'copy' ? ids.copy(loan) : ids.copy('sister');
      const reply = await callAs(workbench, ids.openid(card))('circulation.placeHold', {
        bookId: ids.book(loan),
        ...(on !== 'title' && { barcode }),
        branchId: ids.branch,
        requestKey: requested,
      });
      // A reader who has the title on loan may not place one: nothing is expected of that, and it would not count.
      if (!reply.ok && by === 'another') throw refused('the hold', reply);
    },
    async checkIn(label) {
      const input = { barcode: ids.copy(label), branchId: ids.branch, requestKey: nextKey() };
      const reply = await callAs(workbench, librarian)('circulation.checkIn', input);
      if (!reply.ok) throw refused('the check-in', reply);
    },
    async stored(label) {
      const [loan] = await workbench.find('loans', { _id: ids.loan(label) });
      const audit = (await workbench.find('audit', { target: ids.loan(label) })) as readonly AuditLine[];
      const history = (loan?.['history'] ?? []) as readonly Line[];
      return {
        ...loan,
        renewalHistoryLines: history.filter(({ kind }) => kind === 'renewed').length,
        renewalAuditLines: audit.filter(isOfRenewal).length,
      };
    },
  };
};
