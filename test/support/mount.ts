import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import simulate from 'miniprogram-simulate';

/**
 * Mounts one component of the mini program in jsdom, through miniprogram-simulate with WeChat's own compiler, and
 * mends what that lacks under this jest: npm component names, and a second mount in the same file.
 */
const miniprogramRoot = resolve(__dirname, '../../miniprogram');

type Definition = Record<string, unknown>;
type Json = { usingComponents?: Record<string, string> } | null;
type Internals = { readJson: (file: string) => Json; runJs: (file: string) => void };
type Globals = { Component: (definition: Definition) => void; getCurrentPages: () => unknown[] };

const internals = jest.requireActual<Internals>('miniprogram-simulate/src/utils');
const globals = globalThis as unknown as Globals;

/** A name as the simulator finds it: `@vant/weapp/popup/index` stands in miniprogram_npm, where it does not look. */
const placed = (folder: string, target: string): string =>
  /^[./]/.test(target) || existsSync(join(folder, `${target}.json`)) ? target : `/miniprogram_npm/${target}`;

function resolveNpmNames(): void {
  const { readJson } = internals;
  internals.readJson = (file) => {
    const json = readJson(file);
    if (!json?.usingComponents) return json;
    const entries = Object.entries(json.usingComponents);
    const resolved = entries.map(([tag, target]) => [tag, placed(dirname(file), target)] as const);
    return { ...json, usingComponents: Object.fromEntries(resolved) };
  };
}

/** The simulator takes what a definition holds apart, so each mount gets its own copy. */
const copyOf = (definition: Definition): Definition =>
  Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : value,
    ]),
  );

/** Jest runs a module once a file: what it registered then is registered again at each later mount. */
function registerAtEveryMount(): void {
  const registered = new Map<string, Definition[]>();
  internals.runJs = (file) => {
    const known = registered.get(file);
    if (known) {
      for (const definition of known) globals.Component(copyOf(definition));
      return;
    }
    const register = globals.Component;
    const definitions: Definition[] = [];
    registered.set(file, definitions);
    globals.Component = (definition) => {
      const { methods } = definition as { methods?: object };
      const complete = { ...definition, methods: { groupSetData: (run: () => void) => run(), ...methods } };
      definitions.push(copyOf(complete));
      register(complete);
    };
    try {
      jest.requireActual(file);
    } finally {
      globals.Component = register;
    }
  };
}

resolveNpmNames();
registerAtEveryMount();
globals.getCurrentPages = () => [];

/** What j-component gives for a node, as far as tests use it. */
export type Node = {
  readonly dom: HTMLElement;
  readonly instance: { setData(data: object): void };
  querySelector(selector: string): Node | undefined;
  querySelectorAll(selector: string): Node[];
  dispatchEvent(name: string, options?: object): void;
  addEventListener(name: string, handler: (event: { detail: unknown }) => void): void;
};

export type Mounted = Node & {
  /** The first node that matches, in this component's own tree. */
  find(selector: string): Node;
  /** What is written in it, without white space. */
  text(): string;
  /** The details of every event of that name from now on. */
  heard(name: string): unknown[];
};

/** Mounts `components/cover/index`, say, with its properties set. */
export function mount(path: string, properties: object = {}): Mounted {
  const file = join(miniprogramRoot, path);
  const id = simulate.load(file, basename(dirname(file)), {
    rootPath: miniprogramRoot,
    compiler: 'official',
  });
  const component = simulate.render(id, properties);
  const host = document.createElement('div');
  document.body.append(host);
  component.attach(host);
  const node = component as unknown as Node;
  return Object.assign(Object.create(node) as Node, {
    find(selector: string): Node {
      const found = node.querySelector(selector);
      if (found === undefined) throw new Error(`no ${selector} in ${host.innerHTML}`);
      return found;
    },
    text: () => (host.textContent ?? '').replaceAll(/\s+/g, ''),
    heard(name: string): unknown[] {
      const details: unknown[] = [];
      node.addEventListener(name, ({ detail }) => details.push(detail));
      return details;
    },
  });
}

/** Waits until something has been drawn; fails after a second. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (isSo()) return;
    await simulate.sleep(10);
  }
  throw new Error(`still not so: ${isSo.toString()}`);
}
