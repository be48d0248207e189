import type { Workbench } from '../../local/cloud/workbench/workbench-client';
import { measuredCall, type Measured } from './measured-call';
import { bookOfNeighbour, readerCalled } from './readers-library';

type Loan = { readonly loanId: string; readonly dueOn: string };
type Hold = { readonly holdId: string };

const loansIn = ({ value }: Measured): readonly Loan[] =>
  (value as { readonly loans?: readonly Loan[] } | undefined)?.loans ?? [];

const seen = ({ loanId, dueOn }: Loan) => ({ loanId, seenDueOn: dueOn });

/**
 * What a reader does in one visit: opens the mini program, looks at loans, fines and messages, renews one loan and then
 * three together, puts a neighbour's title on hold, looks at the holds and gives it up again.
 */
export const visit = async (
  workbench: Workbench,
  reader: number,
  readers: number,
): Promise<readonly Measured[]> => {
  const { openid } = readerCalled(reader);
  const all: Measured[] = [];
  const call = async (name: string, input: object = {}): Promise<Measured> => {
    const measured = await measuredCall(workbench, openid, name, input);
    all.push(measured);
    return measured;
  };
  const key = (what: string) => `bench-${what}-${reader}`;
  await call('membership.session');
  const [first, ...others] = loansIn(await call('circulation.loans'));
  await call('circulation.fines');
  await call('circulation.messages');
  if (first) await call('circulation.renew', { ...seen(first), requestKey: key('renew') });
  const three = others.slice(0, 3).map(seen);
  await call('circulation.renewMany', { loans: three, requestKey: key('renew-many') });
  const bookId = bookOfNeighbour(reader, readers);
  const placed = await call('circulation.placeHold', { bookId, branchId: 'main', requestKey: key('hold') });
  await call('circulation.holds');
  const { holdId } = (placed.value ?? {}) as Partial<Hold>;
  if (holdId) await call('circulation.cancelHold', { holdId, requestKey: key('cancel') });
  await call('circulation.loans');
  return all;
};
