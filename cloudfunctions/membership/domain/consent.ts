/**
 * What somebody may consent to or not, each on its own, with the version of the words now shown. A new version asks
 * again. Source: identity and privacy, 16 and 17.
 */
export const consentVersions = { 'online-membership': 1, recommendations: 1 } as const;
export type ConsentKind = keyof typeof consentVersions;
export const consentKinds = Object.keys(consentVersions) as [ConsentKind, ...ConsentKind[]];

/** What somebody said last. */
export type Consent = { readonly isGiven: boolean; readonly version: number; readonly at: Date };
export type Consents = Readonly<Partial<Record<ConsentKind, Consent>>>;

/** Whether somebody consents to the words as they are now; null = to none. */
export const isCurrent = (kind: ConsentKind, version: number | null): boolean =>
  version === consentVersions[kind];

/**
 * Whether a consent holds: given and not taken back. What was handed in under earlier words was consented to as they
 * were; new words are asked for with the next thing that is handed in.
 */
export const holds = (consents: Consents, kind: ConsentKind): boolean => consents[kind]?.isGiven === true;

const isConsent = (value: unknown): value is Consent => {
  if (typeof value !== 'object' || value === null) return false;
  const { isGiven, version, at } = value as Partial<Record<keyof Consent, unknown>>;
  return typeof isGiven === 'boolean' && typeof version === 'number' && at instanceof Date;
};

/** What stands in a document of `consents`; what nobody can read was not consented to, and is asked for again. */
export const readConsents = (given: unknown): Consents => {
  if (typeof given !== 'object' || given === null) return {};
  const kept = given as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    consentKinds.flatMap((kind) => (isConsent(kept[kind]) ? [[kind, kept[kind]]] : [])),
  );
};
