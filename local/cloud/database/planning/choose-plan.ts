import type { CollectionStore } from '../storage/collection-store';
import type { Spent } from './index-scan';
import type { Plan, Row } from './plans';
import { runPlan, type Search, type Steps } from './run-plan';

type Runner = {
  readonly plan: Plan;
  readonly spent: Spent;
  readonly steps: Steps;
  rows: Row[];
  done: boolean;
};

/** MongoDB's limits of a trial: so many results decide it, and so many steps end it. */
const enoughRows = 101;
const mostSteps = 10_000;

const round = (runner: Runner): void => {
  const { done, value } = runner.steps.next();
  if (done) runner.done = true;
  else if (value) runner.rows.push(value);
};

/** Results for each step, a little more for a plan that is through, needs no sort, or is bounded more tightly. */
const score = ({ rows, done, plan }: Runner, steps: number): number =>
  rows.length / steps + (done ? 1 : 0) + (plan.order ? 1e-4 : 0) + plan.boundFields * 1e-6;

function* resume({ rows, steps, done }: Runner): Steps {
  yield* rows;
  if (!done) yield* steps;
}

/**
 * Chooses as MongoDB does: every plan runs for a while in turns, and the one that finds most for its steps goes on.
 * Gives the winner's steps and what it alone has spent.
 */
export const choosePlan = (
  store: CollectionStore,
  plans: readonly Plan[],
  search: Search,
  wanted: number,
): { readonly steps: Steps; readonly spent: Spent } => {
  if (plans.length <= 1) {
    const spent = { read: 0, keys: 0 };
    return { steps: runPlan(store, plans[0], search, spent), spent };
  }
  const runners = plans.map((plan): Runner => {
    const spent = { read: 0, keys: 0 };
    return { plan, spent, steps: runPlan(store, plan, search, spent), rows: [], done: false };
  });
  let steps = 0;
  const isDecided = (): boolean =>
    steps >= mostSteps ||
    runners.some(({ rows, done }) => done || rows.length >= Math.min(wanted, enoughRows));
  while (!isDecided()) {
    runners.forEach(round);
    steps++;
  }
  const winner = runners.reduce((best, runner) =>
    score(runner, steps) > score(best, steps) ? runner : best,
  );
  return { steps: resume(winner), spent: winner.spent };
};
