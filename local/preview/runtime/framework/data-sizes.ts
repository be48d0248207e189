import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** What each `setData` mark on the browser's timeline tells. */
export interface DataSize {
  /** The component or page. */
  of: string;
  /** UTF-8 bytes of what would cross WeChat's bridge. */
  bytes: number;
}

/** Marks every `setData` on the browser's timeline with its size, and warns of `undefined` as WeChat does. */
export function markDataSizes(): void {
  const { prototype } = glassEasel.Component;
  const setData = Reflect.get(prototype, 'setData');
  prototype.setData = function markedSetData(data) {
    const bytes = new TextEncoder().encode(JSON.stringify(data)).length;
    performance.mark('setData', { detail: { of: this.is, bytes } satisfies DataSize });
    for (const [field, value] of Object.entries(data ?? {})) {
      if (value === undefined)
        console.warn(`${this.is}: setting data field "${field}" to undefined is invalid`);
    }
    setData.call(this, data);
  };
}
