/** A language as the catalogue keeps it: ISO 639-1, or three letters where there are no two. */
export const languagePattern = /^[a-z]{2,3}$/;

/** A class number of the 中图法: one or two capital letters, digits, and the marks of its auxiliary tables. */
const classNumber = /^[A-Z]{1,2}[0-9.\-/=()"<>+:a]{0,40}/u;

/** The class number that a text begins with, null where it begins with none. */
export const classNumberIn = (text: string): string | null => classNumber.exec(text)?.[0] ?? null;
