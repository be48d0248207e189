import { toFrameUnits } from '../../frame-units';

/** `<page-meta page-style background-color page-font-size root-font-size>`: what a page says about itself. */
class PageMetaElement extends HTMLElement {
  static readonly observedAttributes = ['page-style', 'background-color', 'page-font-size', 'root-font-size'];

  connectedCallback(): void {
    for (const name of PageMetaElement.observedAttributes) this.apply(name);
  }

  attributeChangedCallback(name: string): void {
    this.apply(name);
  }

  private apply(name: string): void {
    const page = this.closest<HTMLElement>('mp-page');
    const value = this.getAttribute(name);
    if (!page || value === null) return;
    if (name === 'page-style') applyStyle(page, value);
    if (name === 'background-color') page.style.background = value;
    if (name === 'page-font-size') page.style.fontSize = fontSize(value);
    if (name === 'root-font-size') document.documentElement.style.fontSize = fontSize(value);
  }
}

/** Keeps what the frame itself set (a pulled-down page, the page height). */
function applyStyle(page: HTMLElement, style: string): void {
  for (const declaration of toFrameUnits(style).split(';')) {
    const at = declaration.indexOf(':');
    if (at > 0) page.style.setProperty(declaration.slice(0, at).trim(), declaration.slice(at + 1).trim());
  }
}

/** `system` follows WeChat's font size setting. */
function fontSize(value: string): string {
  return value === 'system' ? 'var(--system-font-size)' : toFrameUnits(value);
}

/** Tells the browser of the element; once, when the preview starts. */
export function definePageMeta(): void {
  customElements.define('mp-page-meta', PageMetaElement);
}
