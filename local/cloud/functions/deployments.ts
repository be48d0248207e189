import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogBook } from '../events/log-book';
import { sdkEnvironment } from '../sdk-environment';
import { noSuchFunction } from './execution-error';
import { type FunctionInstance, startInstance } from './function-instance';
import { createPool, type InstancePool } from './instance-pool';
import type { DeclaredFunction, Project } from './project';

/** A built function with its running instances. */
export type Deployed = { readonly declared: DeclaredFunction; readonly pool: InstancePool };

export type Deployments = {
  /** A function by name, as it is built now: a rebuilt one gets new instances. Throws `FUNCTION_NOT_FOUND`. */
  find(name: string): Deployed;
  /** The instance that signs with this credential. */
  instanceOf(secretId: string): FunctionInstance | undefined;
  /** How many instances of a function run. */
  count(name: string): number;
  close(): Promise<void>;
};

export type DeploymentOptions = {
  readonly project: Project;
  readonly clock: SharedArrayBuffer;
  readonly log: LogBook;
  /** Where the instances find the cloud: known once the server listens. */
  readonly url: () => string;
  readonly instancesPerFunction: number;
  readonly idleMs: number;
};

/** What changes when a function is built anew; undefined when it isn't built. */
const stampOf = (folder: string): string | undefined => {
  const entry = statSync(join(folder, 'index.js'), { throwIfNoEntry: false });
  return entry && `${entry.ino}:${entry.mtimeMs}:${entry.size}`;
};

/** The variables of an instance besides those of the caller. */
const platformEnvironment = (
  { project, url }: DeploymentOptions,
  { name, runtime }: DeclaredFunction,
  secretId: string,
) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  ...sdkEnvironment(url(), project.envId, secretId),
  SCF_FUNCTIONNAME: name,
  SCF_RUNTIME: runtime,
});

type Instances = Map<string, FunctionInstance>;

/** Starts an instance that is known by its credential for as long as it runs. */
const startKnown = (
  options: DeploymentOptions,
  instances: Instances,
  declared: DeclaredFunction,
  folder: string,
  onEnd: () => void,
): FunctionInstance => {
  const functionName = declared.name;
  const instance = startInstance({
    declared,
    folder,
    clock: options.clock,
    environment: (secretId) => platformEnvironment(options, declared, secretId),
    log: (invocation, text) =>
      options.log.write({ kind: 'log', functionName, requestId: invocation?.requestId ?? null, text }),
    onEnd: () => {
      instances.delete(instance.secretId);
      onEnd();
    },
  });
  instances.set(instance.secretId, instance);
  return instance;
};

/** Keeps a pool of instances for each function of the project that is called. */
export const openDeployments = (options: DeploymentOptions): Deployments => {
  const { project, instancesPerFunction, idleMs } = options;
  const deployed = new Map<string, Deployed & { stamp: string }>();
  const instances: Instances = new Map();

  const deploy = (declared: DeclaredFunction, folder: string, stamp: string) => {
    const pool = createPool({
      limit: instancesPerFunction,
      idleMs,
      start: (onEnd) => startKnown(options, instances, declared, folder, onEnd),
    });
    const fresh = { declared, pool, stamp };
    deployed.set(declared.name, fresh);
    return fresh;
  };

  return {
    find(name) {
      const declared = project.functions.find((each) => each.name === name);
      const folder = join(project.functionRoot, name);
      const stamp = declared && stampOf(folder);
      if (!declared || stamp === undefined) throw noSuchFunction();
      const known = deployed.get(name);
      if (known && known.stamp !== stamp) {
        known.stamp = stamp;
        known.pool.retireAll();
      }
      return known ?? deploy(declared, folder, stamp);
    },
    instanceOf: (secretId) => instances.get(secretId),
    count: (name) => deployed.get(name)?.pool.size() ?? 0,
    close: async () => void (await Promise.all([...deployed.values()].map(({ pool }) => pool.close()))),
  };
};
