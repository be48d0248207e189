import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

/** What a mini program gives to Page(), Component() or Behavior(). */
export type Definition = Record<string, unknown> & {
  properties?: Record<string, unknown>;
  behaviors?: unknown[];
};

/**
 * Behaviors that WeChat knows by name; the adapter takes objects only. A form field's `name` and `value` are
 * real properties, the others add nothing that the preview could do.
 */
export function createNamedBehaviors(space: CodeSpace): (name: string) => unknown {
  const empty = space.behavior().definition({}).register();
  const formField = space
    .behavior()
    .definition({ properties: { name: String, value: null } })
    .register();
  return (name) => (name.startsWith('wx://form-field') ? formField : empty);
}

/** Removes what glass-easel can't take: behaviors by name, and a property that hides `Element#dataset` (van-button). */
export function adaptDefinition(definition: Definition, named: (name: string) => unknown): Definition {
  const adapted = { ...definition };
  if (definition.properties && 'dataset' in definition.properties) {
    const { dataset: _, ...properties } = definition.properties;
    adapted.properties = properties;
  }
  if (definition.behaviors) {
    adapted.behaviors = definition.behaviors.map((each) => (typeof each === 'string' ? named(each) : each));
  }
  return adapted;
}
