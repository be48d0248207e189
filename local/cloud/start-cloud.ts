import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newSecretId } from './admin/caller';
import { type CloudOptions, type CloudParts, closeParts, openParts, REPOSITORY } from './cloud-parts';
import { cloudRoutes } from './cloud-routes';
import type { EventStream } from './events/event-stream';
import { listen, type RunningServer } from './http/server';
import { type FoundCloud, type HeldLock, takeLock } from './lock-file';
import { sdkEnvironment } from './sdk-environment';

export type Cloud = FoundCloud & {
  readonly port: number;
  /** Tells the workbench of something. */
  readonly publish: EventStream['publish'];
  close(): Promise<void>;
};

const serve = async (parts: CloudParts, secretId: string, options: CloudOptions): Promise<RunningServer> => {
  const { port = 0, staticFolder = join(REPOSITORY, 'dist/preview') } = options;
  const report = (text: string) =>
    parts.log.write({ kind: 'error', functionName: null, requestId: null, text });
  try {
    return await listen(cloudRoutes(parts, secretId, staticFolder, report), port, report);
  } catch (error) {
    await closeParts(parts);
    throw error;
  }
};

const startHeld = async (options: CloudOptions, lock: HeldLock): Promise<Cloud> => {
  let url = '';
  const parts = openParts(options, lock.id, () => url);
  const secretId = newSecretId();
  const server = await serve(parts, secretId, options);
  url = `http://127.0.0.1:${server.port}`;
  const environment = sdkEnvironment(url, parts.project.envId, secretId);
  lock.publish({ url, environment });
  return {
    url,
    port: server.port,
    environment,
    publish: parts.events.publish,
    close: async () => {
      await server.close();
      await closeParts(parts);
      lock.release();
    },
  };
};

/**
 * Starts the embedded cloud on 127.0.0.1 with its data in `dataFolder`, which it holds until it is closed. Rejects
 * with `CloudIsRunning` when another process holds it, and with `EADDRINUSE` when the port is taken.
 */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  // Production's functions see UTC; the zone belongs to the whole process, so threads can't have their own.
  process.env['TZ'] = 'UTC';
  mkdirSync(options.dataFolder, { recursive: true });
  const lock = await takeLock(options.dataFolder);
  try {
    return await startHeld(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
};
