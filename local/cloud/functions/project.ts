import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { cronFault } from '../clock/timers';

const DeclaredFunction = v.object({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]{0,59}$/)),
  runtime: v.optional(
    v.picklist(['Nodejs10.15', 'Nodejs12.16', 'Nodejs16.13', 'Nodejs18.15', 'Nodejs20.19']),
    'Nodejs18.15',
  ),
  timeout: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60)), 3),
  memorySize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(64), v.maxValue(3072)), 256),
  envVariables: v.optional(v.record(v.string(), v.string()), {}),
});

const Project = v.object({
  envId: v.optional(v.string(), ''),
  functionRoot: v.string(),
  functions: v.array(DeclaredFunction),
});

const Cron = v.pipe(
  v.string(),
  v.check(
    (text) => cronFault(text) === null,
    ({ input }) => `${input}: ${cronFault(input) ?? ''}`,
  ),
);

const FunctionConfig = v.object({
  permissions: v.optional(v.object({ openapi: v.optional(v.array(v.string()), []) }), {}),
  triggers: v.optional(v.array(v.object({ name: v.string(), type: v.literal('timer'), config: Cron })), []),
});

/** `timeout` in seconds, `memorySize` in MB, as `cloudbaserc.json` has them. */
export type DeclaredFunction = v.InferOutput<typeof DeclaredFunction>;
export type FunctionConfig = v.InferOutput<typeof FunctionConfig>;

export type Project = {
  /** The environment's id; `local` while none is filled in. */
  readonly envId: string;
  readonly appid: string;
  /** Where the built functions are, one folder each. */
  readonly functionRoot: string;
  readonly functions: readonly DeclaredFunction[];
};

const readJson = <S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> => {
  const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.output;
  const faults = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new Error(`${file}: ${faults.join('; ')}`);
};

/** Reads `cloudbaserc.json`, the file that deployment reads too, and the appid; throws naming what is wrong. */
export const readProject = (projectRoot: string): Project => {
  const { envId, functionRoot, functions } = readJson(join(projectRoot, 'cloudbaserc.json'), Project);
  const projectConfig = join(projectRoot, 'project.config.json');
  const appid = existsSync(projectConfig)
    ? readJson(projectConfig, v.object({ appid: v.optional(v.string(), 'touristappid') })).appid
    : 'touristappid';
  return { envId: envId || 'local', appid, functionRoot: join(projectRoot, functionRoot), functions };
};

/** Reads a built function's `config.json`: its open API permissions and its triggers. */
export const readFunctionConfig = (folder: string): FunctionConfig => {
  const file = join(folder, 'config.json');
  return existsSync(file) ? readJson(file, FunctionConfig) : v.parse(FunctionConfig, {});
};
