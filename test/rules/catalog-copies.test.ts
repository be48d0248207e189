import type { CopyStatus } from '../../cloudfunctions/catalog/domain/works/book-record';
import { compareCopies } from '../../cloudfunctions/catalog/domain/works/copy-order';

const copy = (
  barcode: string,
  status: CopyStatus,
  { dueOn = null, branchId = 'main' }: { readonly dueOn?: string | null; readonly branchId?: string } = {},
) => ({ barcode, branchId, status, dueOn });

test.each([
  ['free before to read here', copy('b', 'available'), copy('a', 'reference')],
  ['to read here before on loan', copy('b', 'reference'), copy('a', 'on-loan', { dueOn: '2026-06-01' })],
  ['on loan before missing', copy('b', 'on-loan'), copy('a', 'missing')],
  [
    'back soon before back late',
    copy('b', 'on-loan', { dueOn: '2026-06-01' }),
    copy('a', 'on-loan', { dueOn: '2026-07-01' }),
  ],
  ['a known day before an unknown one', copy('b', 'on-loan', { dueOn: '2026-06-01' }), copy('a', 'on-loan')],
  ['by branch', copy('b', 'available', { branchId: 'east' }), copy('a', 'available')],
  ['by barcode', copy('a', 'missing'), copy('b', 'in-transit')],
])('copies stand %s', (_, first, second) => {
  expect([second, first].toSorted(compareCopies)).toEqual([first, second]);
  expect([first, second].toSorted(compareCopies)).toEqual([first, second]);
});
