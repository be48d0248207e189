import { copyStatuses, type CopyStatus } from '../../../cloudfunctions/catalog/domain/works/book-record';
import type { Day } from '../../../cloudfunctions/kernel/library-day';
import type { Warning } from '../formats/raw-record';
import type { CopyDraft } from '../mapping/draft';
import type { Book } from './book';
import { readDay } from './day';

/** A document of `copies`. */
export type Copy = {
  readonly _id: string;
  readonly bookId: string;
  readonly branchId: string;
  readonly shelf?: string;
  readonly callNumber?: string;
  readonly status: CopyStatus;
  readonly dueOn?: Day;
  readonly loans?: number;
};

/** Where a copy stands: null = no branch can be made of what its source says. */
export type Place = {
  readonly branchId: string | null;
  /** What the source calls it, the first time that neither the command nor the cloud knows it. */
  readonly unknown?: string;
};

/** The branch of a source's code or name (null when the source names none). */
export type FindBranch = (named: string | null) => Place;

/** How other systems write each status; without any the copy is there. */
const statusNames: Readonly<Record<CopyStatus, readonly string[]>> = {
  available: ['在架', '在馆', '可借', '入藏', '在库', '馆藏', ''],
  'on-loan': ['借出', '已借出', '外借', '借阅'],
  'on-hold-shelf': ['预约架', '预约', '预约到馆', '预约保留'],
  'in-transit': ['转运', '在途', '调拨', '运送中'],
  'in-process': ['加工', '编目', '订购', '采购', '修补', '装订', '处理中', '验收'],
  reference: ['阅览', '参考', '库本', '保留本', '馆内阅览', '不外借', '只供阅览'],
  missing: ['遗失', '丢失', '污损', '剔除', '注销', '缺失'],
};
const statusByName = new Map(
  copyStatuses.flatMap((status) => [status, ...statusNames[status]].map((name) => [name, status] as const)),
);

const text = (value: string | undefined, key: 'shelf' | 'callNumber'): Partial<Copy> =>
  value === undefined || value === '' ? {} : { [key]: value.slice(0, 300) };

const loanDetails = (draft: CopyDraft): Partial<Copy> => {
  const dueOn = readDay(draft.dueOn);
  const loans = Number(draft.loans ?? Number.NaN);
  return {
    ...(dueOn === null ? {} : { dueOn }),
    ...(Number.isInteger(loans) && loans >= 0 ? { loans } : {}),
  };
};

/** The documents of a book's copies; those without a usable barcode, branch or status are left out and noted. */
export const toCopies = (
  { _id: bookId }: Pick<Book, '_id'>,
  drafts: readonly CopyDraft[],
  findBranch: FindBranch,
  warnings: Warning[],
): Copy[] =>
  drafts.flatMap((draft) => {
    const note = (code: Warning['code'], reason: string, value = draft.barcode): Copy[] => {
      warnings.push({ code, reason: `copy ${draft.barcode}: ${reason}`, value: value.slice(0, 40) });
      return [];
    };
    if (!/^[\p{L}\p{N}._:-]{1,64}$/u.test(draft.barcode))
      return note('bad-barcode', 'its barcode has characters that no barcode has');
    const { branchId, unknown } = findBranch(draft.branch ?? null);
    if (branchId === null)
      return note('no-branch', `no branch is known for ${JSON.stringify(draft.branch ?? '')}`, draft.branch);
    if (unknown !== undefined)
      warnings.push({
        code: 'unknown-branch',
        value: unknown,
        reason: `nobody described the branch "${unknown}"; its copies stand in "${branchId}" until --branch "${unknown}=CODE" maps it`,
      });
    const status = statusByName.get((draft.status ?? '').trim());
    if (status === undefined)
      return note('bad-status', `its status ${JSON.stringify(draft.status)} is not known`, draft.status);
    return {
      _id: draft.barcode,
      bookId,
      branchId,
      ...text(draft.shelf, 'shelf'),
      ...text(draft.callNumber, 'callNumber'),
      status,
      ...loanDetails(draft),
    };
  });
