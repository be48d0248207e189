import { addWarning, emptyReport, rejectionCodes, type RejectionCode } from '../../database/import/report';
import { usage } from '../../database/import/usage';
import { summaryLines } from '../../database/import/wording';
import { copiesFile } from '../../database/import/writing/json-lines-sink';

const rejected = (code: RejectionCode, record = 3) => ({
  file: '书目.iso',
  record,
  code,
  reason: 'some reason',
});

test.each(rejectionCodes.filter((code) => code !== 'unreadable-file'))(
  'a librarian reads of %s without English',
  (code) => {
    const lines = summaryLines({ ...emptyReport(), rejected: [rejected(code)] });
    expect(lines[1]).toMatch(/^ {2}书目.iso 第 3 条：.*\p{Script=Han}/u);
    expect(lines[1]).not.toContain('reason');
  },
);

test('what has no words of its own is told as it came', () => {
  const lines = summaryLines({ ...emptyReport(), rejected: [rejected('unreadable-file', 0)] });
  expect(lines[1]).toBe('  书目.iso：文件无法读取（some reason）');
});

test('warnings name the record and the value, a few of each kind', () => {
  const report = emptyReport();
  for (let record = 1; record <= 12; record += 1)
    addWarning(report, { file: 'a.csv', record, code: 'bad-isbn', reason: 'x', value: `97${record}` });
  addWarning(report, { file: 'a.csv', record: 7, code: 'unknown-branch', reason: 'x', value: '东区' });
  const lines = summaryLines(report);
  const isbns = lines.findIndex((line) => line.includes('ISBN 有误'));
  expect(lines[isbns]).toMatch(/12 处$/);
  expect(lines.slice(isbns + 1, isbns + 3)).toEqual(['    a.csv 第 1 条：971', '    a.csv 第 2 条：972']);
  expect(lines.filter((line) => line.startsWith('    a.csv'))).toHaveLength(11);
  expect(lines.find((line) => line.includes('--branch'))).toBeDefined();
  expect(lines).toContain('    a.csv 第 7 条：东区');
});

test('the usage says in Chinese first how to call it, and where copies are written', () => {
  expect(usage.split('\n')[0]).toMatch(/^用法/);
  expect(usage).toContain(`books.jsonl → ${copiesFile('books.jsonl')}`);
});
