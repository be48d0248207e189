import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renewalRefusals } from '../../cloudfunctions/circulation/contract/loans';
import { playAll } from './play-all';
import { readScenarios, type Verdict } from './scenario';
import { outcomeDifferences, verdictDifferences, type Given } from './verdict';

jest.setTimeout(120_000);

const text = readFileSync(join(__dirname, 'own.json'), 'utf8');
const own = readScenarios(text);
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
    ['no rows', { format: 1 }, 'scenarios: a list is expected'],
    ['an unknown field', { format: 1, scenarios: [{ ...row, colour: 'red' }] }, 'O01 is not understood'],
    ['an unknown step', { format: 1, scenarios: [{ ...row, steps: [{ do: 'sing' }] }] }, 'not understood'],
    ['an expectation and steps', { format: 1, scenarios: [{ ...row, steps: [] }] }, 'never both'],
    ['a day that is none', { format: 1, scenarios: [{ ...row, now: 'soon' }] }, 'an instant, ISO'],
    ['one id twice', { format: 1, scenarios: [row, row] }, 'the same id'],
  ])('is refused in words: %s', (_, file, words) => {
    expect(() => readScenarios(JSON.stringify(file))).toThrow(words);
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
