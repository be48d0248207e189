export const notFoundWording = {
  glyph: '迷',
  title: '没有找到这一页',
  advice: '链接也许不完整，或者这一页已经搬走了',
  home: '回图书馆首页',
} as const;
