import { familyLines, questionLines } from '../../miniprogram/format/family-lines';

const today = '2026-06-01';
const other = { maskedName: '*晓', maskedCard: '••••001' };
const link = { ...other, linkId: 'l1', endsOn: '2026-06-12', hasEnded: false };

test('links stand by which way they go, with the right and the last day', () => {
  const links = [
    { ...link, whose: 'theirs' as const, right: 'renew' as const },
    { ...link, linkId: 'l2', whose: 'mine' as const, right: 'see' as const, hasEnded: true },
  ];
  expect(familyLines(links, 'theirs', today)).toEqual([
    {
      linkId: 'l1',
      who: '*晓 · ••••001',
      facts: '看借阅，也能续借 · 6 月 12 日到期',
      hasEnded: false,
      endLabel: '解除 *晓 · ••••001',
    },
  ]);
  expect(familyLines(links, 'mine', today).map(({ facts }) => facts)).toEqual(['看借阅 · 已到期，不再有效']);
});

test.each([
  ['theirs', 'see', '*晓 · ••••001 请您看对方的借阅', 2],
  ['theirs', 'renew', '*晓 · ••••001 请您看对方的借阅，并替对方续借', 3],
  ['mine', 'see', '*晓 · ••••001 想看您的借阅', 2],
  ['mine', 'renew', '*晓 · ••••001 想看您的借阅，并替您续借', 3],
] as const)('what %s/%s asks is said in full before it is allowed', (whose, right, title, count) => {
  const said = questionLines({ ...other, whose, right, endsOn: '2026-06-12' }, today);
  expect([said.title, said.lines.length]).toEqual([title, count]);
  expect(said.lines[0]).toContain('6 月 12 日');
});
