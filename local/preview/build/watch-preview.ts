import { join } from 'node:path';
import { afterChanges } from '../../watch-tree';
import { buildPreview, type PreviewOptions } from './build-preview';

/** How a rebuild ended: how long it took, or what stopped it; the files of the last good build stay. */
export type Rebuilt = { ms: number; warnings: string[] } | { error: Error };

/**
 * Builds again whenever a file of the mini program changes, one build at a time.
 * @returns what stops the watching.
 */
export function watchPreview(
  options: PreviewOptions,
  onRebuilt: (outcome: Rebuilt) => void,
): { close: () => void } {
  const root = options.miniProgramRoot ?? join(options.projectRoot, 'miniprogram');
  const close = afterChanges(root, async () => {
    try {
      onRebuilt(await buildPreview(options));
    } catch (error) {
      onRebuilt({ error: error instanceof Error ? error : new Error(String(error)) });
    }
  });
  return { close };
}
