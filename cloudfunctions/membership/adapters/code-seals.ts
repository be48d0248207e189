import { createHash } from 'node:crypto';
import type { Signer } from '../ports/digital-card';
import { codeAlphabet, halfCode } from '../domain/card/code';
import type { SealOf, StaffIdOf } from '../ports/staff';

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

/** What stands for a WeChat of staff on a phone, which never learns the openid. */
export const staffIdOf: StaffIdOf = (openid) => digest(`staff/${openid}`).toString('hex').slice(0, 16);
