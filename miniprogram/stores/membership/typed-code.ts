/**
 * A code as the library reads it. One that got no answer and is typed again in another way is the same request then:
 * the library may have used it up already. Only types cross from there, so the rule stands here too.
 */
export const typedCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');
