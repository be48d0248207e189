import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { toFrameUnits } from '../../frame-units';

const plain = /^(class|style|id|role|hidden|aria-|data-|exparser:|wx-)/;

/** `style` may hold rpx; on custom elements all other attributes arrive through `applyProperty`. */
export function keepAttributesPlain(element: HTMLElement): void {
  const custom = element.localName.startsWith('taro-');
  const setAttribute = element.setAttribute.bind(element);
  const removeAttribute = element.removeAttribute.bind(element);
  element.setAttribute = (name: string, value: string): void => {
    if (name === 'style') setAttribute(name, toFrameUnits(value));
    else if (!custom || plain.test(name)) setAttribute(name, value);
  };
  element.removeAttribute = (name: string): void => {
    if (!custom || plain.test(name)) removeAttribute(name);
  };
}

/** Taro's fields have a method of this name, and the property under another. */
const propertyOf = (element: HTMLElement, name: string): string =>
  name === 'focus' && /^taro-(input|textarea)-core$/.test(element.localName)
    ? 'autoFocus'
    : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Gives a built-in component its value as WeChat would: unchanged, under the camel-cased name. */
export function applyProperty(
  element: HTMLElement,
  name: string,
  value: unknown,
  node: glassEasel.Element,
): void {
  if (plain.test(name)) {
    if (name.startsWith('aria-') && value === false) element.setAttribute(name, 'false');
    return;
  }
  if (!element.localName.startsWith('taro-')) return;
  const property = propertyOf(element, name);
  const given = property === 'src' ? resolveSource(value, node) : value;
  if (property in element) Reflect.set(element, property, given ?? undefined);
  else if (given === undefined || given === null || given === false)
    Element.prototype.removeAttribute.call(element, name);
  else Element.prototype.setAttribute.call(element, name, given === true ? '' : (given as string));
  if (element.localName === 'taro-button-core' && typeof given === 'string') {
    Element.prototype.setAttribute.call(element, name, given); // its style sheet selects by attribute
  }
}

/** `../images/a.png` is meant from the template's folder. */
function resolveSource(value: unknown, node: glassEasel.Element): unknown {
  if (typeof value !== 'string' || !/^\.{1,2}\//.test(value)) return value;
  const template = node.ownerShadowRoot?.getHostNode().is ?? '';
  return new URL(value, `http://phone/${template}`).pathname;
}
