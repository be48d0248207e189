import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Several files are often saved together. */
const settledMs = 100;

const isSource = (name: string): boolean => name !== 'node_modules' && !name.startsWith('.');

/** The folder and all below it that can hold sources; none where there is no such folder. */
export function foldersOf(folder: string): string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && isSource(entry.name),
    );
    return [folder, ...below.flatMap(({ name }) => foldersOf(join(folder, name)))];
  } catch {
    // A file, or gone meanwhile.
    return [];
  }
}

/**
 * Watches each folder by itself, those that come later too. The recursive watch of Node on Linux watches each file,
 * and loses it once an editor has saved it by renaming a new one to its name.
 */
function watchEach(root: string, onChange: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const forget = (folder: string) => {
    for (const [each, watcher] of watchers) {
      if (each !== folder && !each.startsWith(join(folder, '/'))) continue;
      watcher.close();
      watchers.delete(each);
    }
  };
  const follow = (folder: string) => {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name !== null && !isSource(name)) return;
        look(name === null ? folder : join(folder, name));
        onChange();
      });
      watcher.on('error', () => forget(folder));
      watchers.set(folder, watcher);
    } catch {
      // Gone since it was listed.
    }
  };
  const look = (folder: string) => {
    forget(folder);
    for (const each of foldersOf(folder)) follow(each);
  };
  look(root);
  return () => forget(root);
}

/**
 * Does `work` a moment after anything below `root` has changed, one at a time.
 * @returns what ends the watch.
 */
export function afterChanges(root: string, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const end = watchEach(root, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, settledMs);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
