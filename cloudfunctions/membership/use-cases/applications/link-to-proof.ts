import type { Clock } from '../../../kernel/clock';
import { ok, refuse } from '../../../kernel/result';
import { proofLinkSeconds } from '../../domain/applications/proof';
import type { ApplicationReads, FileStore } from '../../ports/applications';

export type LinkNeeds = { readonly reads: ApplicationReads; readonly files: FileStore; readonly now: Clock };

/** Said alike whether an application shows no such proof or its file is gone. */
export const noSuchProof = () => refuse({ code: 'no-such-proof' as const });

/** The link is made for this one look and kept nowhere. */
export const linkTo = async ({ files, now }: LinkNeeds, fileId: string | null | undefined) => {
  const url = fileId ? await files.link(fileId, proofLinkSeconds) : null;
  return url === null ? noSuchProof() : ok({ url, endsAt: now().getTime() + proofLinkSeconds * 1000 });
};
