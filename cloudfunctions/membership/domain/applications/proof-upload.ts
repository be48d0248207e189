import {
  partUntil,
  stays,
  unusedUntil,
  type Applicant,
  type StoredPart,
  type StoredProof,
} from './applicant';
import { mostProofBytes, mostProofs, proofEndings, type ProofKind } from './proof';

/** One part of a file as it came. */
export type Part = {
  readonly proofId: string;
  readonly part: number;
  readonly parts: number;
  readonly bytes: number;
};

export type UploadRefusal =
  | { readonly code: 'proof-too-large'; readonly mostBytes: number }
  | { readonly code: 'too-many-proofs'; readonly most: number };

/** Files that came to nothing count until they are gone, so a folder holds twice what an application needs at most. */
const mostFiles = 2 * mostProofs;

/** The parts of one file that are there, in order. */
export const partsOf = ({ parts }: Applicant, id: string): readonly StoredPart[] =>
  parts.filter(({ proofId }) => proofId === id).sort((a, b) => a.part - b.part);

/** Whether a part, or a whole file as the only part, may come: not one file too many, not one byte too many. */
export const uploadRefusal = (applicant: Applicant, part: Part, now: Date): UploadRefusal | null => {
  const files = [...applicant.files, ...applicant.parts].filter(stays(now));
  const others = new Set(files.map(({ proofId }) => proofId).filter((id) => id !== part.proofId));
  if (others.size >= mostFiles) return { code: 'too-many-proofs', most: mostProofs };
  // A whole file takes the place of all its parts.
  const isWhole = part.parts === 1;
  const before = isWhole ? [] : partsOf(applicant, part.proofId).filter((one) => one.part !== part.part);
  const bytes = before.reduce((sum, one) => sum + one.bytes, part.bytes);
  return bytes > mostProofBytes ? { code: 'proof-too-large', mostBytes: mostProofBytes } : null;
};

const partPath = ({ folder }: Applicant, { proofId, part }: Part): string =>
  `proofs/${folder}/${proofId}.part${part}`;

/** The applicant who waits for a part to be stored; what is noted before is found again whatever happens then. */
export const expectPart = (
  applicant: Applicant,
  part: Part,
  now: Date,
): { readonly applicant: Applicant; readonly path: string } => {
  const path = partPath(applicant, part);
  const others = applicant.parts.filter((one) => one.path !== path);
  const noted: StoredPart = { ...part, path, fileId: null, removeAfter: partUntil(now) };
  return { applicant: { ...applicant, parts: [...others, noted] }, path };
};

/** The same for the whole file. */
export const expectFile = (
  applicant: Applicant,
  { proofId, kind, bytes }: Pick<StoredProof, 'proofId' | 'kind' | 'bytes'>,
  now: Date,
): { readonly applicant: Applicant; readonly path: string } => {
  const path = filePath(applicant, proofId, kind);
  const others = applicant.files.filter((one) => one.proofId !== proofId);
  const removeAfter = unusedUntil(now);
  const noted: StoredProof = { proofId, kind, bytes, path, fileId: null, removeAfter, applicationId: null };
  return { applicant: { ...applicant, files: [...others, noted] }, path };
};

const filePath = ({ folder }: Applicant, proofId: string, kind: ProofKind): string =>
  `proofs/${folder}/${proofId}.${proofEndings[kind]}`;

/** The applicant once what was expected at a path is stored; the parts of a whole file are no longer needed. */
export const stored = (applicant: Applicant, path: string, fileId: string, now: Date): Applicant => {
  const whole = applicant.files.find((file) => file.path === path);
  return {
    ...applicant,
    files: applicant.files.map((file) => (file.path === path ? { ...file, fileId } : file)),
    parts: applicant.parts.map((part) => {
      if (part.proofId === whole?.proofId) return { ...part, removeAfter: now };
      return part.path === path ? { ...part, fileId } : part;
    }),
  };
};
