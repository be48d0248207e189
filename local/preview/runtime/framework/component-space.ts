import { type AssociatedBackend, type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Program, ProgramComponent } from '../../program';
import { adaptDefinition, createNamedBehaviors, type Definition } from './definitions';
import type { DomBackend } from './dom-backend';
import { completeObservers } from './intersection';
import { completeQueries } from './selector-query';

export interface ComponentSpace {
  code: CodeSpace;
  backend: AssociatedBackend;
  /** A component that draws nothing, for queries that are made while the first page is being created. */
  blank: object;
}

type Register = (definition: Definition) => unknown;

/** Defines the app and every component of the program: templates and styles first, then the scripts, in order. */
export function defineProgram(program: Program, backend: DomBackend): ComponentSpace {
  const env = new MiniProgramEnv();
  const code = env.createCodeSpace('', true);
  // Handlers that createStoreBindings puts on an instance must be callable from a template.
  code.getComponentSpace().updateComponentOptions({ useMethodCallerListeners: true });
  fireReady(code);
  const associated = env.associateBackend(backend);
  code.component('mp-blank').register();
  const blank = associated.createRoot('mp-blank', code, 'mp-blank').get();
  completeQueries(blank);
  completeObservers(blank);
  const space = { code, backend: associated, blank };
  for (const [path, css] of Object.entries(program.styles))
    space.backend.registerStyleSheetContent(path, css);
  code.addStyleSheet('app', 'app');
  const templates = program.templates();
  for (const [path, component] of Object.entries(program.components))
    declare(templates, space, path, component);
  const named = createNamedBehaviors(code);
  runIn(code, 'app', named, program.runApp);
  for (const [path, { run }] of Object.entries(program.components)) runIn(code, path, named, run);
  return space;
}

function declare(
  templates: Record<string, unknown>,
  { code }: ComponentSpace,
  path: string,
  component: ProgramComponent,
): void {
  type Config = Parameters<CodeSpace['addComponentStaticConfig']>[1];
  type Template = Parameters<CodeSpace['addCompiledTemplate']>[1];
  code.addComponentStaticConfig(path, component.config as Config);
  code.addCompiledTemplate(path, {
    groupList: templates,
    content: templates[path],
    fallbackListenerOnNativeNode: true,
  } as Template);
  code.addStyleSheet(path, path, component.styleScope || undefined);
}

/** Runs a script with the globals Page, Component and Behavior that register under `path`. */
function runIn(code: CodeSpace, path: string, named: (name: string) => unknown, run: () => void): void {
  code.componentEnv(path, (env) => {
    const { Page, Component, Behavior } = env as unknown as Record<string, Register>;
    const adapted = (register: Register | undefined) => (definition: Definition) =>
      register?.(adaptDefinition(definition, named));
    Object.assign(globalThis, {
      Page: adapted(Page),
      Component: adapted(Component),
      Behavior: adapted(Behavior),
    });
    run();
  });
}

/** glass-easel leaves `ready` to its host: once per component, when the tree that it came with is in the document. */
function fireReady(code: CodeSpace): void {
  const done = new WeakSet();
  const behavior = code.getComponentSpace().defineBehavior({
    lifetimes: {
      attached(this: unknown) {
        const component = underlying(this);
        if (done.has(component)) return;
        done.add(component);
        queueMicrotask(() => component.triggerLifetime('ready', []));
      },
    },
  });
  code.setOverallBehavior(behavior);
}

type Underlying = { triggerLifetime: (name: string, args: []) => void };

function underlying(caller: unknown): Underlying {
  return (Reflect.get(caller as object, '_$') as Underlying | undefined) ?? (caller as Underlying);
}
