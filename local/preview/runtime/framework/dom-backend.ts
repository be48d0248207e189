import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { builtInTags } from '../../built-in-tags';
import { applyProperty, keepAttributesPlain } from './attributes';
import { inPageArea } from './page-area';

type BackendElement = ReturnType<glassEasel.CurrentWindowBackendContext['document']['createElement']>;

/** Draws glass-easel's tree in the document, the built-in components as custom elements. */
export class DomBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly frame: HTMLElement;

  constructor(frame: HTMLElement) {
    super();
    this.frame = frame;
    this.document = {
      createElement: createElement as unknown as (tag: string) => BackendElement,
      createTextNode: (text) => document.createTextNode(text) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
    };
    passValuesAsProperties();
    measureInPageArea();
  }

  override getWindowWidth(): number {
    return this.frame.clientWidth;
  }

  override getWindowHeight(): number {
    return this.frame.clientHeight;
  }

  override getTheme(): string {
    return document.documentElement.dataset['theme'] ?? 'light';
  }

  /** Without another reference, visibility counts within the page, whose edges the header and tab bar don't cover. */
  override createIntersectionObserver(
    ...[target, relative, margin, thresholds, listener]: Parameters<
      glassEasel.CurrentWindowBackendContext['createIntersectionObserver']
    >
  ): ReturnType<glassEasel.CurrentWindowBackendContext['createIntersectionObserver']> {
    const page = (target as unknown as HTMLElement).closest('mp-page') as unknown as BackendElement | null;
    return super.createIntersectionObserver(target, relative ?? page, margin, thresholds, (result) => {
      const { boundingClientRect, intersectionRect, relativeRect } = result;
      listener({
        ...result,
        boundingClientRect: inPageArea(boundingClientRect),
        intersectionRect: inPageArea(intersectionRect),
        relativeRect: relativeRect && inPageArea(relativeRect),
      });
    });
  }

  /** `model:value` on WeChat's own form elements; glass-easel knows only HTML's. */
  override setModelBindingStat(
    element: BackendElement,
    attributeName: string,
    listener: ((value: unknown) => void) | null,
  ): void {
    const target = element as unknown as HTMLElement;
    const event = /^TARO-(INPUT|TEXTAREA)/.test(target.tagName) ? 'input' : 'change';
    target.addEventListener(event, ({ detail }: CustomEventInit<Record<string, unknown>>) => {
      listener?.(detail?.[attributeName] ?? detail?.['value']);
    });
  }
}

function createElement(tag: string): HTMLElement {
  const element = document.createElement(builtInTags[tag] ?? tag);
  keepAttributesPlain(element);
  return element;
}

/** glass-easel turns every attribute into a string; lists, objects and false must reach the elements as they are. */
function passValuesAsProperties(): void {
  const { prototype } = glassEasel.Element;
  const setAttribute = Reflect.get(prototype, 'setAttribute');
  prototype.setAttribute = function setAttributeAndProperty(name, value) {
    setAttribute.call(this, name, value);
    const element = this.getBackendElement() as unknown as HTMLElement | null;
    if (element) applyProperty(element, name, value, this);
  };
}

function measureInPageArea(): void {
  const { prototype } = glassEasel.Element;
  const measure = Reflect.get(prototype, 'getBoundingClientRect');
  prototype.getBoundingClientRect = function measureFromPage(callback) {
    measure.call(this, (rect) => callback(inPageArea(rect)));
  };
}
