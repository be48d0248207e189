import iconv from 'iconv-lite';

/** The encodings that text of a catalogue comes in. `marc-8` is the old American library encoding. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'marc-8';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes that are strictly UTF-8, or null. */
export const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
};

const lossyUtf8 = new TextDecoder('utf-8');

/** Text in an encoding; what cannot be read becomes U+FFFD. GBK and GB2312 are read as GB18030, which holds both. */
export const decodeText = (bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string =>
  encoding === 'utf-8' ? lossyUtf8.decode(bytes) : iconv.decode(Buffer.from(bytes), 'gb18030');

/** Whether every encoding reads it alike. */
export const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xa1;
/** The lead bytes of GB 2312's signs and of its 3,755 common characters. */
const leadsCommonPair = (byte: number): boolean =>
  (byte >= 0xa1 && byte <= 0xa9) || (byte >= 0xb0 && byte <= 0xd7);

/**
 * Tells Chinese in GBK from Latin in MARC-8, for bytes that are not UTF-8. GB 2312's characters are pairs of two
 * high bytes, most of them common ones; MARC-8 puts lone high bytes (or two accents from 0xE0 on) between letters.
 */
export const looksLikeGbk = (bytes: Uint8Array): boolean => {
  let pairs = 0;
  let lone = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isHigh(byte)) continue;
    if (!isHigh(bytes[at + 1])) lone += 1;
    else {
      if (leadsCommonPair(byte)) pairs += 1;
      at += 1;
    }
  }
  return pairs > lone;
};

const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

/** True when text that happens to be valid UTF-8 holds the characters that a Chinese catalogue would. */
const readsAsChinese = (text: string): boolean => chinese.test(text);

/**
 * The encoding of a sample: UTF-8 when it is valid, else GB 18030. A sample may be cut in the middle of a character,
 * so up to three bytes at its end do not count.
 */
export const guessTextEncoding = (sample: Uint8Array): 'utf-8' | 'gb18030' => {
  for (let cut = 0; cut <= 3; cut += 1) {
    if (asUtf8(sample.subarray(0, Math.max(0, sample.length - cut))) !== null) return 'utf-8';
  }
  return looksLikeGbk(sample) ? 'gb18030' : 'utf-8';
};

/**
 * True when bytes that are valid UTF-8 are more likely GBK: the file is GBK otherwise, and as UTF-8 they give no
 * Chinese at all (short GBK words can be valid UTF-8 by chance, but then read as rare letters).
 */
export const isUtf8ByChance = (text: string, fileIsGbk: boolean): boolean =>
  fileIsGbk && !readsAsChinese(text);
