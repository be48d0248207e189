import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildPreview, type PreviewOptions } from './build-preview';

/** How a rebuild ended: how long it took, or what stopped it; the files of the last good build stay. */
export type Rebuilt = { ms: number; warnings: string[] } | { error: Error };

/** Several files are often saved together. */
const quietMs = 80;

/**
 * Builds again whenever a file of the mini program changes, one build at a time.
 * @returns what stops the watching.
 */
export function watchPreview(
  options: PreviewOptions,
  onRebuilt: (outcome: Rebuilt) => void,
): { close: () => void } {
  const root = options.miniProgramRoot ?? join(options.projectRoot, 'miniprogram');
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const rebuild = async (): Promise<void> => {
    try {
      onRebuilt(await buildPreview(options));
    } catch (error) {
      onRebuilt({ error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  const watcher = watch(root, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild);
    }, quietMs);
  });
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
