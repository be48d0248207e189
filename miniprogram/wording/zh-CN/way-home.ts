export const wayHomeWording = { home: '图书馆首页' } as const;
