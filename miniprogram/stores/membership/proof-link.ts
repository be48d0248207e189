/** A short-lived link to a proof, and whether it is a picture: it is shown at once and kept nowhere. */
export type ProofLink = { readonly url: string; readonly isPicture: boolean };
