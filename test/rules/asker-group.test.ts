import { askerGroup } from '../../cloudfunctions/catalog/domain/asker-group';

const patrons = Array.from({ length: 6400 }, (_, i) => `oPatron${i}`);
const groupsOf = (day: string, query: string) => patrons.map((openid) => askerGroup(openid, day, query));

test('each of 64 groups is shared by many', () => {
  const sizes = new Map<number, number>();
  for (const group of groupsOf('2026-11-21', '挪威的森林')) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  expect(sizes.size).toBe(64);
  expect(Math.min(...sizes.values())).toBeGreaterThan(50);
});

test.each([
  ['another day', '2026-11-22', '挪威的森林'],
  ['another query', '2026-11-21', '海边的卡夫卡'],
])('on %s those who shared a group are spread over all', (_, day, query) => {
  const before = groupsOf('2026-11-21', '挪威的森林');
  const after = groupsOf(day, query).filter((_group, i) => before[i] === before[0]);
  expect(new Set(after).size).toBeGreaterThan(30);
});
