import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renewalRefusals } from '../../cloudfunctions/circulation/contract/loans';
import { playAll } from './play-all';
import { readScenarios, type Verdict } from './scenario';
import { outcomeDifferences, verdictDifferences, type Given } from './verdict';

jest.setTimeout(120_000);

const text = readFileSync(join(__dirname, 'own.json'), 'utf8');
const own = readScenarios(text).scenarios;
const renewed: Given = { granted: true, newDueOn: '2026-04-03', renewalsLeft: 1 };
const reserved: Given = { granted: false, reasons: [{ code: 'reserved', waiting: 2 }] };

describe('the own set', () => {
  it('has a row for every refusal', () => {
    for (const code of Object.keys(renewalRefusals)) expect(text).toContain(`"${code}"`);
  });

  it('passes through the deployed functions, and what is expected wrongly is told', async () => {
    const chosen = ['O01', 'O17', 'O25', 'O47', 'O60', 'O64', 'O70'];
    const rows = own.filter(({ id }) => chosen.includes(id));
    const [first] = rows;
    if (first === undefined) throw new Error('there is no row O01');
    const wrong = { ...first, id: 'WRONG', expect: { allowed: true, newDueOn: '2026-04-04' } };
    const told = new Map<string, readonly string[]>();
    await playAll([...rows, wrong], ({ id }, differences) => told.set(id, differences));
    expect(Object.fromEntries(told)).toEqual({
      ...Object.fromEntries(chosen.map((id) => [id, []])),
      WRONG: [
        'L1 as listed: new due day 2026-04-03, expected 2026-04-04',
        'new due day 2026-04-03, expected 2026-04-04',
      ],
    });
  });
});

describe('a file of scenarios', () => {
  const [row] = (JSON.parse(text) as { readonly scenarios: readonly object[] }).scenarios;
  it.each([
    ['another format', { format: 2, scenarios: [] }, 'format 2 is unknown'],
    ['no format', { scenarios: [] }, 'format undefined is unknown'],
    ['nothing', null, 'format undefined is unknown'],
    ['rows that are no list', { format: 1, scenarios: {} }, 'a list of rows is expected'],
    ['no rows', { format: 1, scenarios: [] }, 'a list of rows is expected'],
    ['one id twice', { format: 1, scenarios: [row, row] }, 'the same id'],
  ])('is refused in words: %s', (_, file, words) => {
    expect(() => readScenarios(JSON.stringify(file))).toThrow(words);
  });
});

describe('a row of a file', () => {
  const [row] = (JSON.parse(text) as { readonly scenarios: readonly object[] }).scenarios;
  const read = (...scenarios: readonly unknown[]) =>
    readScenarios(JSON.stringify({ format: 1, scenarios: [row, ...scenarios] }));
  const stepped = (...steps: readonly object[]) => ({ ...row, id: 'X', expect: undefined, steps });
  const race = { do: 'race', calls: [{ do: 'list' }], expect: { outcomes: [] } };

  it.each([
    ['an unknown field', { ...row, colour: 'red' }, 'O01 is not understood: colour'],
    ['an unknown step', stepped({ do: 'sing' }), 'X is not understood: steps.0.do'],
    ['a step without its key', stepped({ do: 'renew' }), 'steps.0.key'],
    ['no steps', stepped(), 'at least one step'],
    ['a race of nobody', stepped({ ...race, calls: [] }), 'at least one call'],
    ['a loan that it has not', stepped({ do: 'state', expect: { loans: [{ loan: 'L2' }] } }), 'no loan L2'],
    ['an expectation and steps', { ...row, steps: [{ do: 'list' }] }, 'never both'],
    ['a day that is none', { ...row, now: 'soon' }, 'an instant, ISO'],
    ['not even a name', null, 'row 2 is not understood'],
  ])('is told as a fault, and the others are read: %s', (_, wrong, words) => {
    const { scenarios, faults } = read(wrong);
    expect(scenarios).toHaveLength(1);
    expect(faults).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ['a calendar that says nothing', { ...row, id: 'X', calendar: {} }],
    ['a race', stepped(race)],
    ['a renewal of a loan that nobody has', stepped({ do: 'renew', key: 'k', loan: 'nobody-s' })],
  ])('is read: %s', (_, right) => {
    expect(read(right).faults).toEqual([]);
  });
});

describe('a verdict', () => {
  it.each<[string, Verdict, Given, number]>([
    ['the same renewal', { allowed: true, newDueOn: '2026-04-03', renewalsLeft: 1 }, renewed, 0],
    [
      'what is left is not checked where nothing is said of it',
      { allowed: true, newDueOn: '2026-04-03' },
      renewed,
      0,
    ],
    ['another day', { allowed: true, newDueOn: '2026-04-04' }, renewed, 1],
    ['another number left', { allowed: true, newDueOn: '2026-04-03', renewalsLeft: 0 }, renewed, 1],
    ['renewed against expectation', { allowed: false, reasons: ['reserved'] }, renewed, 1],
    ['refused against expectation', { allowed: true, newDueOn: '2026-04-03' }, reserved, 1],
    ['the same refusal', { allowed: false, reasons: ['reserved'], details: { waiting: 2 } }, reserved, 0],
    ['another reason too', { allowed: false, reasons: ['recalled', 'reserved'] }, reserved, 1],
    ['another detail', { allowed: false, reasons: ['reserved'], details: { waiting: 1 } }, reserved, 1],
    [
      'a detail that nobody gave',
      { allowed: false, reasons: ['reserved'], details: { limit: 1 } },
      reserved,
      1,
    ],
    ['of the key, too', { allowed: false }, { granted: false, reasons: [{ code: 'invalid-request' }] }, 0],
    ['any refusal will do', { allowed: false }, { granted: false, reasons: [{ code: 'not-bound' }] }, 0],
    ['but not a failure', { allowed: false }, { granted: false, reasons: [{ code: 'unexpected' }] }, 1],
  ])('%s', (_, expected, given, differences) => {
    expect(verdictDifferences(expected, given)).toHaveLength(differences);
  });

  it('is found among answers in any order, each answer once', () => {
    const yes: Verdict = { allowed: true };
    const no: Verdict = { allowed: false };
    expect(outcomeDifferences([no, yes], [renewed, reserved])).toEqual([]);
    expect(outcomeDifferences([yes, yes], [renewed, reserved])).toHaveLength(1);
    expect(outcomeDifferences([yes], [renewed, renewed])).toHaveLength(1);
  });
});
