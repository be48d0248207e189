/** `<navigator url open-type>`: a tap opens the page. */
export function defineNavigator(open: (options: { url: string; openType: string }) => void): void {
  class NavigatorElement extends HTMLElement {
    connectedCallback(): void {
      this.setAttribute('role', 'link');
      this.addEventListener('click', () =>
        open({ url: this.getAttribute('url') ?? '', openType: this.getAttribute('open-type') ?? 'navigate' }),
      );
    }
  }
  customElements.define('mp-navigator', NavigatorElement);
}
