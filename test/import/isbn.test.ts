import * as fc from 'fast-check';
import { findIsbns } from '../../database/import/documents/isbn';

/** The ISBN of a text that holds no more than one. */
const isbnIn = (text: string): string | undefined => {
  const { isbns, bad } = findIsbns([text]);
  expect(isbns.length + bad.length).toBeLessThanOrEqual(1);
  return isbns[0];
};

describe('an ISBN as a source writes it', () => {
  test.each([
    ['13 digits', '9787506365437', '9787506365437'],
    ['hyphens', '978-7-5063-6543-7', '9787506365437'],
    ['10 digits', '7-5037-1744-0', '9787503717444'],
    ['10 digits ending with X', '7-5037-2790-X', '9787503727900'],
    ['a small x', '0-8044-2957-x', '9780804429573'],
    ['other dashes and blanks', ' 978–7 5063—6543‐7 ', '9787506365437'],
    ['full-width digits', '９７８７５０６３６５４３７', '9787506365437'],
    ['the word before it', 'ISBN 978-7-5063-6543-7', '9787506365437'],
    ['the word with its kind', 'ISBN-13: 9787506365437', '9787506365437'],
    ['a zero that a spreadsheet took away', '684801221', '9780684801223'],
    ['the word with its kind in one', 'ISBN13 9787506365437', '9787506365437'],
    ['a zero that a spreadsheet took away, before X', '80442957x', '9780804429573'],
    ['the prefix 979', '979-10-90636-07-1', '9791090636071'],
  ])('%s', (_, written, canonical) => {
    expect(isbnIn(written)).toBe(canonical);
  });

  test.each([
    ['a wrong check digit', '9787506365438'],
    ['a wrong check digit of ten', '7503717441'],
    ['X within', '75037X1744'],
    ['another EAN', '6901234567892'],
    ['too short', '75037'],
    ['a price', '59.70'],
    ['nothing', ''],
    ['what a spreadsheet made of it', '9.78751E+12'],
  ])('is none with %s', (_, written) => {
    expect(isbnIn(written)).toBeUndefined();
  });

  test('one wrong digit never passes', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), digit, (at, other) => {
        const isbn = '9787020002207';
        const typed = isbn.slice(0, at) + String(other) + isbn.slice(at + 1);
        expect(isbnIn(typed)).toBe(typed === isbn ? isbn : undefined);
      }),
    );
  });
});

describe('the ISBNs of a record', () => {
  test.each<[string, string[], string[], number]>([
    ['qualifier and price', ['0471383147 (paper/cd-rom : alk. paper)'], ['9780471383147'], 0],
    ['two in one cell', ['7-5037-1744-0；978-7-5063-6543-7'], ['9787503717444', '9787506365437'], 0],
    ['ten and thirteen of the same book', ['7503717440', '9787503717444'], ['9787503717444'], 0],
    [
      'volume marks',
      ['0914378287 (v. 1)', '0914378295 (lim. ed.) (v. 1)'],
      ['9780914378280', '9780914378297'],
      0,
    ],
    ['one bad among good ones', ['9787506365438', '7503717440'], ['9787503717444'], 1],
    ['an old unified book number', ['10019·1234'], [], 1],
    ['words only', ['(精装)'], [], 0],
  ])('%s', (_, texts, isbns, bad) => {
    const found = findIsbns(texts);
    expect(found.isbns).toEqual(isbns);
    expect(found.bad).toHaveLength(bad);
  });
});
