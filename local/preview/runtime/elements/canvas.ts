/** `<canvas type="2d">`: a real canvas, with the methods that WeChat's canvas node has besides. */
class CanvasElement extends HTMLElement {
  connectedCallback(): void {
    if (this.firstElementChild) return;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, {
      createImage: () => new Image(),
      createPath2D: (path?: Path2D) => new Path2D(path),
      requestAnimationFrame: (draw: FrameRequestCallback) => window.requestAnimationFrame(draw),
      cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
    });
    this.append(canvas);
  }
}

/** Tells the browser of the element; once, when the preview starts. */
export function defineCanvas(): void {
  customElements.define('mp-canvas', CanvasElement);
}
