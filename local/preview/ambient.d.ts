declare module 'postcss-import' {
  import type { Plugin } from 'postcss';
  /** `resolve` turns an imported id into a file name, given the folder of the importing sheet. */
  export default function postcssImport(options: { resolve: (id: string, folder: string) => string }): Plugin;
}

declare module '@tarojs/taro-h5/dist/api/ui/animation/index' {
  /** WeChat's wx.createAnimation. */
  export function createAnimation(options?: object): object;
}
