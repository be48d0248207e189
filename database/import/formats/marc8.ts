/**
 * MARC-8 with its default sets: ASCII, and ANSEL (ANSI/NISO Z39.47) for the Latin letters with accents.
 * The code points are those of the Library of Congress's table "MARC-8 Extended Latin (ANSEL)".
 * Sets reached by an escape sequence (Greek, Cyrillic, East Asian EACC …) are not held; such text is marked U+FFFD,
 * so that the record is reported instead of being read wrongly.
 */
const letters: Readonly<Record<number, string>> = {
  0xa1: 'Ł',
  0xa2: 'Ø',
  0xa3: 'Đ',
  0xa4: 'Þ',
  0xa5: 'Æ',
  0xa6: 'Œ',
  0xa7: 'ʹ',
  0xa8: '·',
  0xa9: '♭',
  0xaa: '®',
  0xab: '±',
  0xac: 'Ơ',
  0xad: 'Ư',
  0xae: 'ʼ',
  0xb0: 'ʻ',
  0xb1: 'ł',
  0xb2: 'ø',
  0xb3: 'đ',
  0xb4: 'þ',
  0xb5: 'æ',
  0xb6: 'œ',
  0xb7: 'ʺ',
  0xb8: 'ı',
  0xb9: '£',
  0xba: 'ð',
  0xbc: 'ơ',
  0xbd: 'ư',
  0xc0: '°',
  0xc1: 'ℓ',
  0xc2: '℗',
  0xc3: '©',
  0xc4: '♯',
  0xc5: '¿',
  0xc6: '¡',
  0xc7: 'ß',
  0xc8: '€',
};

/** ANSEL writes an accent before its letter, Unicode after it. In the order of the bytes 0xE0 to 0xFE. */
const accents = [
  '\u0309',
  '\u0300',
  '\u0301',
  '\u0302',
  '\u0303',
  '\u0304',
  '\u0306',
  '\u0307',
  '\u0308',
  '\u030c',
  '\u030a',
  '\ufe20',
  '\ufe21',
  '\u0315',
  '\u030b',
  '\u0310',
  '\u0327',
  '\u0328',
  '\u0323',
  '\u0324',
  '\u0325',
  '\u0333',
  '\u0332',
  '\u0326',
  '\u031c',
  '\u032e',
  '\ufe22',
  '\ufe23',
  '\ufffd',
  '\ufffd',
  '\u0313',
] as const;

const escape = 0x1b;
/** `ESC ( B` and `ESC s` go back to ASCII; `ESC ) ! E` designates ANSEL again. */
const backToDefault = /^(?:\(B|,B|s|\)!E|-!E)/;
const toForeignSet = /^[(),\-$gbp]/;

/** What the escape sequence at the head of `after` does: how many characters it has, and where it leads. */
const readEscape = (after: string): { length: number; foreign: boolean; text: string } => {
  const back = backToDefault.exec(after);
  if (back !== null) return { length: back[0].length, foreign: false, text: '' };
  return { length: 0, foreign: toForeignSet.test(after), text: '\ufffd' };
};

/** Text of MARC-8 bytes in composed form; what lies in a set that is not held becomes one U+FFFD. */
export const decodeMarc8 = (bytes: Uint8Array): string => {
  let text = '';
  let waiting = '';
  let foreign = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === escape) {
      const found = readEscape(String.fromCharCode(...bytes.subarray(at + 1, at + 4)));
      foreign = found.foreign;
      text += found.text;
      at += found.length;
    } else if (!foreign && byte >= 0xe0 && byte <= 0xfe) {
      waiting += accents[byte - 0xe0] ?? '\ufffd';
    } else if (!foreign) {
      text += (byte < 0x80 ? String.fromCharCode(byte) : (letters[byte] ?? '\ufffd')) + waiting;
      waiting = '';
    }
  }
  return (text + waiting).normalize('NFC');
};
