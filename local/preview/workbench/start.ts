document.title = '图书馆 · 预览';
