import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Timer } from '../clock/timers';
import type { DeploymentOptions, Deployments } from './deployments';
import { type FunctionConfig, readFunctionConfig } from './project';

export type FunctionState = {
  readonly name: string;
  readonly runtime: string;
  readonly timeout: number;
  readonly memorySize: number;
  readonly instances: number;
  readonly openapi: readonly string[];
  readonly timers: readonly Timer[];
};

export type BuiltFunctions = {
  configOf(name: string): FunctionConfig;
  readonly timers: () => readonly Timer[];
  functions(): readonly FunctionState[];
};

/** The functions that are built now, with their settings, as the workbench and the timers see them. */
export const builtFunctions = (
  { project, log }: DeploymentOptions,
  deployments: Deployments,
): BuiltFunctions => {
  const configOf = (name: string) => readFunctionConfig(join(project.functionRoot, name));
  const timersOf = (functionName: string): Timer[] =>
    configOf(functionName).triggers.map(({ name, config }) => ({ functionName, name, cron: config }));
  const built = () =>
    project.functions.filter(({ name }) => existsSync(join(project.functionRoot, name, 'index.js')));
  return {
    configOf,
    timers: () =>
      built().flatMap(({ name }) => {
        try {
          return timersOf(name);
        } catch (error) {
          // A config.json that is being edited must not stop the clock.
          log.write({ kind: 'error', functionName: name, requestId: null, text: String(error) });
          return [];
        }
      }),
    functions: () =>
      built().map(({ name, runtime, timeout, memorySize }) => ({
        name,
        runtime,
        timeout,
        memorySize,
        instances: deployments.count(name),
        openapi: configOf(name).permissions.openapi,
        timers: timersOf(name),
      })),
  };
};
