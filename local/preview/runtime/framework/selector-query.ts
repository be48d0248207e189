type Fields = Record<string, unknown>;
type Result = Record<string, unknown> & { context?: HTMLElement };
type Callback = (result: Result | null) => void;

/** glass-easel's reference to the nodes that a selector names. */
interface NodesRef {
  fields: (fields: Fields, callback?: Callback) => object;
  scrollOffset: (callback?: Callback) => object;
  node: (callback?: Callback) => object;
}

interface Component {
  createSelectorQuery: () => { select: (selector: string) => object };
}

/** Adds to all queries what glass-easel leaves out: `node()`, computed styles, and the scroll offset of the page. */
export function completeQueries(component: Component): void {
  const prototype = Object.getPrototypeOf(component.createSelectorQuery().select('page')) as NodesRef;
  const { fields, scrollOffset } = prototype;

  prototype.fields = function fieldsWithStyles(this: NodesRef, asked, callback) {
    const { node, computedStyle, ...rest } = asked;
    if (!node && !computedStyle) return fields.call(this, asked, callback);
    return fields.call(this, { ...rest, context: true }, (result) => {
      if (result) addFromElement(result, { node, computedStyle, context: asked['context'] });
      callback?.(result);
    });
  };
  prototype.node = queryNode;
  prototype.scrollOffset = function pageScrollOffset(this: NodesRef, callback) {
    if (Reflect.get(this, '_$sel') !== null) return scrollOffset.call(this, callback);
    return scrollOffset.call(this, (result) => {
      const page = document.querySelector('mp-page:not([hidden])');
      if (result && page) Object.assign(result, { scrollTop: page.scrollTop, scrollLeft: page.scrollLeft });
      callback?.(result);
    });
  };
}

function queryNode(this: NodesRef, callback?: Callback): object {
  return this.fields({ node: true }, callback);
}

function addFromElement(
  result: Result,
  asked: { node: unknown; computedStyle: unknown; context: unknown },
): void {
  const element = result.context;
  if (!element) return;
  if (asked.node) result['node'] = element.querySelector('canvas') ?? element;
  if (Array.isArray(asked.computedStyle)) {
    const style = getComputedStyle(element);
    for (const name of asked.computedStyle as string[]) {
      result[name] = style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    }
  }
  if (!asked.context) delete result.context;
}
