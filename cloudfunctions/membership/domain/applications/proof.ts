export const proofKinds = ['jpeg', 'png', 'pdf'] as const;
/** What a proof may be; told by its content, never by its name. */
export type ProofKind = (typeof proofKinds)[number];

/** 5 MB, as the rules of the library have it. */
export const mostProofBytes = 5 * 1024 * 1024;
/** An application carries so many. */
export const mostProofs = 4;
/** So much of a file comes with one call at most: in base64 it stays far under the 6 MB of a request. */
export const mostPartBytes = 1024 * 1024;
export const mostParts = 32;
/** A link to a proof ends after so long, in seconds. */
export const proofLinkSeconds = 600;
/** Proofs go so many days after the decision, and so many after an upload that came to nothing. */
export const proofDays = { afterDecision: 30, unused: 7 } as const;

const beginnings: Readonly<Record<ProofKind, readonly number[]>> = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** What a file is, by its first bytes; null where it is none of what a proof may be. */
export const proofKindOf = (content: Uint8Array): ProofKind | null =>
  proofKinds.find((kind) => beginnings[kind].every((byte, at) => content[at] === byte)) ?? null;

/** The ending of its name in the storage. */
export const proofEndings: Readonly<Record<ProofKind, string>> = { jpeg: 'jpg', png: 'png', pdf: 'pdf' };
