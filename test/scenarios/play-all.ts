import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloudProcess } from '../../local/cloud/start-cloud-process';
import { workbenchAt, type Workbench } from '../../local/cloud/workbench/workbench-client';
import { openDesk } from './desk';
import { idsOf } from './ids';
import { playScenario } from './play';
import type { Scenario } from './scenario';
import { scenarioDocuments } from './scenario-documents';
import { staffDocuments, type Document } from './scenario-people';

/** A library has fewer branches and policies than the functions read at once; rows with more go to another cloud. */
const mostRules = 90;

const batches = (scenarios: readonly Scenario[]): readonly (readonly Scenario[])[] => {
  const all: Scenario[][] = [];
  let rules = new Set<string>();
  for (const scenario of scenarios) {
    const { policy, calendar } = idsOf(scenario);
    rules.add(policy).add(calendar);
    if (all.length === 0 || rules.size > mostRules) {
      all.push([]);
      rules = new Set([policy, calendar]);
    }
    all.at(-1)?.push(scenario);
  }
  return all;
};

const load = async (workbench: Workbench, scenarios: readonly Scenario[]): Promise<void> => {
  const collections = new Map<string, Map<string, Document>>();
  for (const documents of [staffDocuments, ...scenarios.map(scenarioDocuments)])
    for (const [name, some] of Object.entries(documents)) {
      const known = collections.get(name) ?? new Map<string, Document>();
      for (const document of some) known.set(document._id, document);
      collections.set(name, known);
    }
  for (const [name, documents] of collections) {
    const lines = [...documents.values()].map((document) => JSON.stringify(document)).join('\n');
    const [fault] = (await workbench.importLines(name, 'insert', lines)).errors;
    if (fault !== undefined) throw new Error(`${name}, document ${fault.line}: ${fault.message}`);
  }
};

const inWords = (error: unknown): string =>
  `broke off: ${error instanceof Error ? error.message : String(error)}`;

/** What a row differs in; told as soon as it was played. */
export type Tell = (scenario: Scenario, differences: readonly string[]) => void;

const playBatch = async (scenarios: readonly Scenario[], tell: Tell): Promise<void> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'scenarios-'));
  const cloud = await startCloudProcess({ dataFolder, firesTimers: false });
  try {
    const workbench = workbenchAt(cloud.url);
    await load(workbench, scenarios);
    for (const scenario of scenarios) {
      const played = playScenario(workbench, scenario, openDesk(workbench, scenario));
      tell(scenario, await played.catch((error: unknown) => [inWords(error)]));
    }
  } finally {
    await cloud.close();
    await rm(dataFolder, { recursive: true });
  }
};

/** Plays rows one after another on clouds of their own: the clock is one for all. */
export const playAll = async (scenarios: readonly Scenario[], tell: Tell): Promise<void> => {
  for (const batch of batches(scenarios)) await playBatch(batch, tell);
};
