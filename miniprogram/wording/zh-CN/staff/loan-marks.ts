import type { ActionOf } from '../../../../cloudfunctions/api';
import type { Input } from '../../../../cloudfunctions/kernel/contract';
import { askingWording } from '../asking';
import { copyStatusNames } from '../catalog/catalogue-terms';
import { deskFinesWording } from './desk-fines';
import { deskWording } from './desk-page';

type LoanMark = Input<ActionOf<'circulation.markLoan'>>['mark'];
type MarkWords = {
  readonly name: string;
  /** What it does for the patron; it stands under the name and in the question. */
  readonly does: string;
  /** What it is called once it is noted. */
  readonly noted: string;
  readonly ask: (title: string) => string;
  readonly askBack: (title: string) => string;
};

export const loanMarksWording = {
  title: '借阅标记',
  entry: '召回、报失、读者说已还',
  lead: '给借出的书加标记',
  advice: '查看和标记都会记下，读者看得到。',
  barcode: deskWording.barcode,
  barcodeHint: deskWording.barcodeHint,
  barcodeFault: deskWording.needsBarcode,
  scan: deskWording.scan,
  reason: deskFinesWording.reason,
  reasonHint: '如：读者来电',
  reasonFault: askingWording.noReason,
  look: deskFinesWording.look,
  looking: deskFinesWording.looking,
  facts: (card: string, from: string, due: string): string => `${card} · ${from}借出 · ${due}到期`,
  mark: '标记',
  takeBack: '撤回',
  done: '已标记',
  doneBack: '已撤回',
  notDone: deskFinesWording.notDone,
  next: '下一册',
} as const;

const renewsAgain = '读者又可以按规则续借。';

export const loanMarkWords: Readonly<Record<LoanMark, MarkWords>> = {
  recalled: {
    name: '召回',
    does: '读者收到消息，不能再续借；应还日期不变',
    noted: '已召回',
    ask: (title) => `召回《${title}》？${loanMarkWords.recalled.does}。`,
    askBack: (title) => `不召回《${title}》了？${renewsAgain}已发的消息收不回来。`,
  },
  'reported-lost': {
    name: '报失',
    does: `馆藏显示“${copyStatusNames.missing}”，读者不能续借；借阅还在名下`,
    noted: '已报失',
    ask: (title) => `《${title}》报失？${loanMarkWords['reported-lost'].does}。`,
    askBack: (title) => `《${title}》没有丢？馆藏改回借出，${renewsAgain}`,
  },
  'claimed-returned': {
    name: '读者说已还',
    does: '读者看到“正在核对”，不能续借；借阅还在名下',
    noted: '核对中',
    ask: (title) => `记下读者说《${title}》已还？${loanMarkWords['claimed-returned'].does}。`,
    askBack: (title) => `《${title}》其实没还？${renewsAgain}`,
  },
};
