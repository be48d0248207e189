export const navigationWording = { notOpened: '这一页没打开，请再试一次' } as const;
