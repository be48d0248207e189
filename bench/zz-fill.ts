import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloudProcess } from '/work/wt-house2/local/cloud/start-cloud-process';
import { readCatalogue } from '/work/wt-house2/bench/search/catalogue-file';
import { fillCloud } from '/work/wt-house2/bench/search/fill-cloud';
void (async () => {
const dataFolder = mkdtempSync(join(tmpdir(), 'fill-'));
const cloud = await startCloudProcess({ dataFolder, firesTimers: false });
try {
const books = await readCatalogue('/tmp/house2/c.jsonl');
const t = performance.now();
const works = await (fillCloud as any)(process.env.NEW ? cloud : cloud.url, books, (w: string) => console.log(w, Math.round(performance.now() - t)));
console.log('works', works, 'ms', Math.round(performance.now() - t), 'load');
} finally { await cloud.close(); rmSync(dataFolder, { recursive: true, force: true }); }
})();
