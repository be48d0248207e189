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

/** Whether a consent holds: given, and to the words as they are now. */
export const holds = (consents: Consents, kind: ConsentKind): boolean => {
  const consent = consents[kind];
  return consent !== undefined && consent.isGiven && consent.version === consentVersions[kind];
};
