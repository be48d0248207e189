import { element } from '../frame/element';
import { choiceButton, showDialog } from '../frame/overlay';
import { defineApi } from './define-api';
import { words } from '../wording';

interface Pictures {
  urls: string[];
  current: string | number;
}

/** wx.previewImage and wx.openDocument: over the whole screen, until tapped away. */
export function viewersApi() {
  return {
    previewImage: defineApi<Pictures>('previewImage', ({ urls = [], current = 0 }) => {
      if (urls.length === 0) throw new Error('parameter error: urls should not be empty');
      showPictures(urls, typeof current === 'number' ? current : Math.max(urls.indexOf(current), 0));
    }),
    openDocument: defineApi<{ filePath: string }>('openDocument', ({ filePath = '' }) => {
      const document = element('iframe', { src: filePath, title: words.file });
      const viewer = element('div', { className: 'viewer' });
      const overlay = showDialog(viewer, 'paper');
      viewer.append(
        choiceButton({ label: words.close, value: undefined }, () => overlay.close()),
        document,
      );
    }),
  };
}

/** A tap on a picture shows the next one; after the last, or beside it, the viewer closes. */
function showPictures(urls: string[], first: number): void {
  let index = first;
  const image = element('img', { src: urls[index] ?? '', alt: '' });
  const count = element('span', { textContent: `${index + 1} / ${urls.length}` });
  const overlay = showDialog(element('div', { className: 'viewer' }, image, count), 'black');
  overlay.root.addEventListener('click', ({ target }) => {
    index += 1;
    if (target !== image || index >= urls.length) return overlay.close();
    image.src = urls[index] ?? '';
    count.textContent = `${index + 1} / ${urls.length}`;
  });
}
