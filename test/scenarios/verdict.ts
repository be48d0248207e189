import type { Verdict } from './scenario';

/** A reason as the function gave it. */
export type GivenReason = Readonly<Record<string, unknown>> & { readonly code: string };
/** What the function decided about one loan, whether it did it or told what it would do. */
export type Given =
  | { readonly granted: true; readonly newDueOn: string; readonly renewalsLeft: unknown }
  | { readonly granted: false; readonly reasons: readonly GivenReason[] };

/** Faults that mean that something is broken: they never pass for a refusal. */
const broken: ReadonlySet<string> = new Set(['unexpected', 'unavailable']);

const told = (value: unknown): string => JSON.stringify(value);
/** Codes, days and numbers: all that stands in a verdict. */
const isSame = (one: unknown, other: unknown): boolean => told(one) === told(other);

const grantedOtherwise = (
  { newDueOn, renewalsLeft }: Verdict,
  given: Given & { granted: true },
): string[] => [
  ...(newDueOn !== undefined && newDueOn !== given.newDueOn
    ? [`new due day ${given.newDueOn}, expected ${newDueOn}`]
    : []),
  ...(renewalsLeft !== undefined && renewalsLeft !== given.renewalsLeft
    ? [`renewals left ${told(given.renewalsLeft)}, expected ${told(renewalsLeft)}`]
    : []),
];

const refusedOtherwise = (
  { reasons, details = {} }: Verdict,
  given: Given & { granted: false },
): string[] => {
  const codes = given.reasons.map(({ code }) => code);
  const faults = codes.filter((code) => broken.has(code));
  const carriers = (key: string) => given.reasons.filter((reason) => Object.hasOwn(reason, key));
  return [
    ...(faults.length > 0 && reasons === undefined ? [`answered ${told(given.reasons)}`] : []),
    ...(reasons !== undefined && !isSame(reasons, codes)
      ? [`reasons ${told(codes)}, expected ${told(reasons)}`]
      : []),
    ...Object.entries(details).flatMap(([key, value]) =>
      carriers(key).some((reason) => isSame(reason[key], value))
        ? []
        : [`${key} ${told(carriers(key).map((reason) => reason[key]))}, expected ${told(value)}`],
    ),
  ];
};

/** How a decision differs from what is expected of it, in words; nothing where it does not. */
export const verdictDifferences = (expected: Verdict, given: Given): readonly string[] => {
  if (given.granted !== expected.allowed)
    return [
      given.granted
        ? `renewed until ${given.newDueOn}, expected a refusal ${told(expected.reasons ?? [])}`
        : `refused ${told(given.reasons)}, expected a renewal until ${String(expected.newDueOn)}`,
    ];
  return given.granted ? grantedOtherwise(expected, given) : refusedOtherwise(expected, given);
};

/** Pairs every expectation with an answer of its own, in whatever order; null where that is impossible. */
const pairing = (expected: readonly Verdict[], given: readonly Given[]): boolean => {
  const [first, ...rest] = expected;
  if (first === undefined) return given.length === 0;
  return given.some(
    (one, place) =>
      verdictDifferences(first, one).length === 0 &&
      pairing(
        rest,
        given.filter((_, other) => other !== place),
      ),
  );
};

/** The same for answers of calls that were sent at the same moment, in any order. */
export const outcomeDifferences = (
  expected: readonly Verdict[],
  given: readonly Given[],
): readonly string[] =>
  pairing(expected, given) ? [] : [`outcomes ${told(given)}, expected ${told(expected)}`];
