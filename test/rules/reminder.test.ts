import { isAutoRenewalDay, isRemindedOf } from '../../cloudfunctions/circulation/domain/loans/reminder';

const today = '2026-03-20';
const yesterday = '2026-03-19';
const hopedFor = { reportedLost: false, claimedReturned: false };

describe('a reminder', () => {
  it.each<[string, string, string | null, string | null, boolean]>([
    ['due in four days', '2026-03-24', null, yesterday, false],
    ['due in three days: soon, since today', '2026-03-23', null, yesterday, true],
    ['due in two days: was told yesterday', '2026-03-22', null, yesterday, false],
    ['due in two days, yesterday was missed', '2026-03-22', null, '2026-03-18', true],
    ['due tomorrow: was told', '2026-03-21', null, yesterday, false],
    ['due today', '2026-03-20', null, yesterday, true],
    ['overdue since today', '2026-03-19', null, yesterday, true],
    ['overdue for two days', '2026-03-18', null, yesterday, false],
    ['overdue for three days', '2026-03-17', null, yesterday, true],
    ['overdue for a week', '2026-03-13', null, yesterday, true],
    ['overdue for eight days', '2026-03-12', null, yesterday, false],
    ['overdue for fourteen days', '2026-03-06', null, yesterday, true],
    ['overdue for fifteen days', '2026-03-05', null, yesterday, false],
    ['overdue for fifty-nine days', '2026-01-20', null, yesterday, false],
    ['overdue for sixty days, last told of after a fortnight', '2026-01-19', null, '2026-02-05', true],
    ['overdue for thirty days', '2026-02-18', null, yesterday, true],
    ['overdue for thirty-one days', '2026-02-17', null, yesterday, false],
    ['overdue for sixty days', '2026-01-19', null, yesterday, true],
    ['never before it can be renewed', '2026-03-22', '2026-03-21', yesterday, false],
    ['on the day on which renewal opens', '2026-03-22', '2026-03-20', yesterday, true],
    ['due today, renewal never opened before', '2026-03-20', '2026-03-20', yesterday, true],
    ['told of today already', '2026-03-20', null, today, false],
    ['nothing was ever told', '2026-03-21', null, null, true],
  ])('%s', (_, dueOn, opensOn, doneThrough, reminded) => {
    expect(isRemindedOf({ ...hopedFor, dueOn, opensOn }, today, doneThrough, 3)).toBe(reminded);
  });

  it.each([
    ['the copy was reported lost', { reportedLost: true }],
    ['the reader says that it came back', { claimedReturned: true }],
  ])('none where %s', (_, marks) => {
    for (const dueOn of ['2026-03-23', today, yesterday])
      expect(isRemindedOf({ ...hopedFor, ...marks, dueOn, opensOn: null }, today, null, 3)).toBe(false);
  });
});

describe('the turn of auto-renewal', () => {
  it.each<[string, string, string | null, boolean]>([
    ['the day before the due day', '2026-03-21', yesterday, true],
    ['not two days before', '2026-03-22', yesterday, false],
    ['not on the due day', '2026-03-20', yesterday, false],
    ['on the due day where the day before was missed', '2026-03-20', '2026-03-18', true],
    ['on the due day where there never was a day', '2026-03-20', null, true],
    ['never when it is overdue', '2026-03-19', '2026-03-10', false],
  ])('%s', (_, dueOn, doneThrough, isTurn) => {
    expect(isAutoRenewalDay(dueOn, today, doneThrough)).toBe(isTurn);
  });
});
