import { clothOf } from '../../miniprogram/format/cloth';
import { mount, until } from '../support/mount';

describe('a drawn cover', () => {
  test('shows title and author on the cloth of its record', () => {
    const cover = mount('components/cover/index', {
      recordId: 'b1',
      title: '乡土中国',
      author: '费孝通',
      size: 'page',
    });
    expect(cover.text()).toBe('乡土中国费孝通');
    expect(cover.dom.innerHTML).toContain(`cloth-${clothOf('b1')}`);
  });

  test('leaves the author out where it is small', () => {
    const cover = mount('components/cover/index', { recordId: 'b1', title: '乡土中国', author: '费孝通' });
    expect(cover.text()).toBe('乡土中国');
  });
});

describe('the note of an empty or failed list', () => {
  test('says why and offers its action', async () => {
    const note = mount('components/state-note/index', {
      title: '连不上图书馆',
      advice: '检查一下网络',
      action: '再试一次',
    });
    const heard = note.heard('action');
    expect(note.text()).toBe('连不上图书馆检查一下网络再试一次');
    note.find('.note-action').dispatchEvent('tap');
    await until(() => heard.length > 0);
    expect(heard).toHaveLength(1);
  });

  test('has no button without an action', () => {
    const note = mount('components/state-note/index', { title: '没有' });
    expect(note.querySelector('.note-action')).toBeUndefined();
  });
});
