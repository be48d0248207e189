/** A language as the catalogue keeps it: ISO 639-1, or three letters where there are no two. */
export const languagePattern = /^[a-z]{2,3}$/;

/** A class number of the 中图法: one or two capital letters, digits, and the marks of its auxiliary tables. */
export const classNumberPattern = /^[A-Z]{1,2}[0-9.\-/=()"<>+:a]{0,40}$/;
