import { createHash } from 'node:crypto';
import type { Signer } from '../card-ports';
import { codeAlphabet, halfCode } from '../domain/code';
import type { SealOf, StaffIdOf } from '../staff-ports';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Short seals for codes that people type: some 39 bits of the library's signature, eight letters and digits. */
export const codeSeals =
  (signer: Signer): SealOf =>
  async (text) => {
    const signature = await signer.sign(`code/${text}`);
    if (signature === null) return null;
    return Array.from(
      digest(signature).subarray(0, halfCode),
      (byte) => codeAlphabet[byte % codeAlphabet.length],
    ).join('');
  };

export const staffIdOf: StaffIdOf = (openid) => digest(`staff/${openid}`).toString('hex').slice(0, 16);
