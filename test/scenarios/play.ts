import { callAs } from '../support/call-as';
import type { Workbench } from '../../local/cloud/workbench/workbench-client';
import type { Desk } from './desk';
import { idsOf, loanLabels } from './ids';
import type { Call, ListedLoan, Race, Scenario, Step, StoredLoan } from './scenario';
import { openSession, type Listed, type Session } from './session';
import { outcomeDifferences, verdictDifferences, type Given } from './verdict';

/** Where a row is played: the reader's phones, the other readers and staff, and what the library keeps. */
type Stage = { readonly scenario: Scenario; readonly session: Session; readonly desk: Desk };

type Fields = Readonly<Record<string, unknown>>;

const fieldDifferences = (label: string, expected: Fields, given: Fields): readonly string[] =>
  Object.entries(expected).flatMap(([field, value]) =>
    field === 'loan' || field === 'verdict' || value === given[field]
      ? []
      : [`${label}: ${field} ${JSON.stringify(given[field])}, expected ${JSON.stringify(value)}`],
  );

const listDifferences = (expected: readonly ListedLoan[], given: readonly Listed[]): readonly string[] => {
  const labels = given.map(({ label }) => label).toSorted();
  const wanted = expected.map(({ loan }) => loan).toSorted();
  if (labels.join() !== wanted.join()) return [`listed ${labels.join()}, expected ${wanted.join()}`];
  return expected.flatMap(({ loan, verdict, ...fields }) => {
    const found = given.find(({ label }) => label === loan);
    if (found === undefined) return [];
    const decided = verdict === undefined ? [] : verdictDifferences(verdict, found.verdict);
    return [...fieldDifferences(loan, fields, found), ...decided.map((each) => `${loan} as listed: ${each}`)];
  });
};

const stateDifferences = async (
  { desk }: Stage,
  expected: readonly StoredLoan[],
): Promise<readonly string[]> => {
  const differences = await Promise.all(
    expected.map(async ({ loan, ...fields }) => fieldDifferences(loan, fields, await desk.stored(loan))),
  );
  return differences.flat();
};

type Answered = { readonly label: string; readonly verdict: Given };

/** A loan that was closed after the device listed it is answered for, too; a row may leave it out. */
const withoutClosed = (answered: readonly Answered[], count: number): readonly Answered[] => {
  const open = answered.filter(
    ({ verdict }) => verdict.granted || verdict.reasons[0]?.code !== 'already-returned',
  );
  return open.length === count ? open : answered;
};

/** Where a refusal is expected and no reason of it, all that is checked is that nothing was renewed. */
const playRenew = async (
  { session, desk }: Stage,
  { device, loan, key, expect }: Call & { do: 'renew' },
): Promise<readonly string[]> => {
  const isAnyRefusal = expect?.allowed === false && expect.reasons === undefined;
  const stored = async () => (isAnyRefusal ? JSON.stringify(await desk.stored(loan)) : '');
  const before = await stored();
  const given = await session.renew(device, loan, key);
  if (expect === undefined) return [];
  const kept = before === (await stored()) ? [] : [`${loan} was changed by a renewal that was refused`];
  return [...verdictDifferences(expect, given), ...kept];
};

const playRenewAll = async (
  { session }: Stage,
  { device, key, expect }: Call & { do: 'renew-all' },
): Promise<readonly string[]> => {
  const expected = expect?.results ?? [];
  const answered = withoutClosed(await session.renewAll(device, key), expected.length);
  if (expect !== undefined && answered.length !== expected.length)
    return [`${answered.length} results, expected ${expected.length}: ${JSON.stringify(answered)}`];
  return expected.flatMap(({ loan, ...verdict }, place) => {
    const { label = '', verdict: given } = answered[place] ?? {};
    if (given === undefined) return [];
    const order =
      loan === undefined || loan === label ? [] : [`result ${place + 1} is ${label}, expected ${loan}`];
    return [...order, ...verdictDifferences(verdict, given).map((each) => `${label}: ${each}`)];
  });
};

const playCall = async (stage: Stage, step: Call): Promise<readonly string[]> => {
  const { session, desk } = stage;
  switch (step.do) {
    case 'renew':
      return playRenew(stage, step);
    case 'renew-all':
      return playRenewAll(stage, step);
    case 'list': {
      const listed = await session.list(step.device);
      return step.expect === undefined ? [] : listDifferences(step.expect.loans, listed);
    }
    case 'state':
      return step.expect === undefined ? [] : stateDifferences(stage, step.expect.loans);
    case 'place-hold':
      await desk.placeHold(step);
      return [];
    case 'return':
      await desk.checkIn(step.loan);
      return [];
    case 'unbind':
      await session.unbind();
      return [];
    default:
      throw new Error('a step that is not known');
  }
};

/** One after another they would see each other's answers; what they send is fixed before any is answered. */
const playRace = async (stage: Stage, { calls, expect }: Race): Promise<readonly string[]> => {
  const sent = await Promise.all(
    calls.map(async (call): Promise<readonly Given[]> => {
      if (call.do === 'renew') return [await stage.session.renew(call.device, call.loan, call.key)];
      if (call.do === 'renew-all')
        return (await stage.session.renewAll(call.device, call.key)).map(({ verdict }) => verdict);
      await playCall(stage, call);
      return [];
    }),
  );
  return outcomeDifferences(expect.outcomes, sent.flat());
};

/** A row with one expectation: what the list says before pressing, and what pressing does. */
const stepsOf = (scenario: Scenario): readonly Step[] => {
  const { expect, steps } = scenario;
  if (steps !== undefined) return steps;
  const at = { device: 'a', loan: 'L1' };
  const listed = loanLabels(scenario).flatMap(({ label, loan }) =>
    loan.owner === 'self' && loan.returnedOn === null
      ? [{ loan: label, ...(label === at.loan && { verdict: expect }) }]
      : [],
  );
  return [
    { ...at, do: 'list', expect: { loans: listed } },
    { ...at, do: 'renew', key: 'only', expect },
  ];
};

/**
 * Plays one row through the deployed functions on a cloud that holds its documents. Answers every difference from
 * what it expects, in words; nothing where it passes.
 */
export const playScenario = async (
  workbench: Workbench,
  scenario: Scenario,
  desk: Desk,
): Promise<readonly string[]> => {
  const setClock = (now: string) => workbench.moveClock({ set: new Date(now).toISOString(), still: true });
  const session = openSession(scenario, callAs(workbench, idsOf(scenario).openid(idsOf(scenario).card)));
  const stage = { scenario, session, desk };
  await setClock(scenario.now);
  const differences: string[] = [];
  for (const [place, step] of stepsOf(scenario).entries()) {
    if (step.now !== undefined) await setClock(step.now);
    const found = await (step.do === 'race' ? playRace(stage, step) : playCall(stage, step));
    const name = scenario.steps === undefined ? '' : `step ${place + 1} ${step.do}: `;
    differences.push(...found.map((difference) => name + difference));
  }
  return differences;
};
