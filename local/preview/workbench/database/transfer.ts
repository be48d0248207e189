import type { ImportReport } from '../../../cloud/workbench/import-lines';
import { element } from '../../runtime/frame/element';
import { askCloud } from '../cloud';
import { action, type Notice } from '../controls';
import { words } from '../wording';

const { database } = words;
/** More faults than this are counted, not listed. */
const listedFaults = 5;

/** Buttons that bring JSON Lines into a collection and out of it, as the cloud console does. */
export function transferButtons(
  collection: string,
  notice: Notice,
  onChanged: () => Promise<void>,
): HTMLElement {
  const mode = element(
    'select',
    { ariaLabel: database.importFile },
    element('option', { value: 'insert' }, database.insert),
    element('option', { value: 'upsert' }, database.upsert),
  );
  const file = element('input', { type: 'file', accept: '.json,.jsonl', hidden: true });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    void notice.attempt(async () => {
      const path = `collections/${collection}/import?mode=${mode.value}`;
      const report = await askCloud<ImportReport>(path, { method: 'POST', body: chosen });
      await onChanged();
      notice.tell(describe(report), report.errors.length > 0);
    });
    file.value = '';
  });
  const download = element('a', {
    className: 'action',
    href: `/workbench/collections/${collection}/export`,
    download: `${collection}.jsonl`,
    textContent: database.exportFile,
  });
  return element(
    'span',
    { className: 'transfer' },
    mode,
    action(database.importFile, () => file.click()),
    file,
    download,
  );
}

function describe({ read, added, updated, errors }: ImportReport): string {
  const faults = errors.slice(0, listedFaults).map(({ line, message }) => database.line(line, message));
  return [database.imported(read, added, updated, errors.length), ...faults].join('\n');
}
