import { CloudError } from '../cloud-error';
import { checkPath } from './storage';

/** `cloud://ENV.BUCKET/PATH`, the name under which documents keep a file. */
export const fileIdOf = (envId: string, path: string): string => `cloud://${envId}.local/${path}`;

/** The path of a file id of this environment; throws `STORAGE_FILE_NONEXIST` for any other. */
export const pathOf = (envId: string, fileId: unknown): string => {
  const prefix = fileIdOf(envId, '');
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix))
    throw new CloudError(
      'STORAGE_FILE_NONEXIST',
      `not a file of this environment: ${String(fileId).slice(0, 200)}`,
    );
  return checkPath(fileId.slice(prefix.length));
};
