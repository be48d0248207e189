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
  defineCanvas();
  defineNavigator(openPage);
  definePageMeta();
}
