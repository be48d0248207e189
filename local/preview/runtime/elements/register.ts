import type { Program } from '../../program';
import { defineCanvas } from './canvas';
import { defineNavigator } from './navigator';
import { definePageMeta } from './page-meta';

/** Defines the custom elements that draw WeChat's built-in components: Taro's and the preview's own. */
export function registerElements(
  program: Program,
  openPage: (options: { url: string; openType: string }) => void,
): void {
  for (const define of program.taro.elements) define();
  awaitDrawing('taro-input-core', 'inputRef');
  awaitDrawing('taro-textarea-core', 'textareaRef');
  defineCanvas();
  defineNavigator(openPage);
  definePageMeta();
}

/** Taro's fields fail when a value comes before they are drawn; they are then drawn with it anyway. */
function awaitDrawing(tag: string, field: string): void {
  const defined = customElements.get(tag);
  if (!defined) return;
  const prototype = defined.prototype as Record<string, (value: unknown) => void>;
  const watch = prototype['watchValue'];
  if (!watch) throw new Error(`Taro's ${tag} has changed: it watches its value no more`);
  prototype['watchValue'] = function watchWhenDrawn(this: object, value) {
    if (Reflect.get(this, field)) watch.call(this, value);
  };
}
