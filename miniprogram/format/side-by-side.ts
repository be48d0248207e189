const noBreak = '\u00A0';

/**
 * Facts in one line, empty ones left out. Where it is too long it is broken between two of them (with `word-break:
 * keep-all`), never between a number and its unit.
 */
export const sideBySide = (...facts: readonly string[]): string =>
  facts
    .filter(Boolean)
    .map((fact) => fact.replace(/ /g, noBreak))
    .join(`${noBreak}· `);
