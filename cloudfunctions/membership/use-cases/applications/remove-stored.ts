import type { StoredPart, StoredProof } from '../../domain/applications/applicant';
import type { FileStore } from '../../ports/applications';

const nothing = new Uint8Array();

/**
 * Removes what an applicant uploaded. A file that was to be stored when its run was cut off has no id that is known: to
 * store nothing under its path tells it.
 */
export const removeStored = async (
  files: Pick<FileStore, 'save' | 'remove'>,
  stored: readonly (StoredProof | StoredPart)[],
): Promise<void> => {
  const ids = stored.map(({ fileId, path }) =>
    fileId === null ? files.save(path, nothing) : Promise.resolve(fileId),
  );
  if (ids.length > 0) await files.remove(await Promise.all(ids));
};
