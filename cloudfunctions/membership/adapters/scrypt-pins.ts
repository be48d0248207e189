import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { HashedPin, Pins } from '../ports/binding';

/** 32 MB and about 0.1 s a PIN: what an instance of 256 MB can bear while it serves a call. */
const usualCost = 2 ** 15;
const blockSize = 8;
const mostMemory = 2 ** 26;
const length = 32;
const saltLength = 16;
/** As long as a real one: who is not known costs as much as who is. */
const saltOfNobody = Buffer.alloc(saltLength).toString('base64');

const derive = (pin: string, salt: string, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: cost, r: blockSize, p: 1, maxmem: mostMemory };
    scrypt(pin, Buffer.from(salt, 'base64'), length, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

const digest = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** PINs by scrypt with a salt for each. Every comparison derives one key and compares one digest, whatever is known. */
export const scryptPins = (cost = usualCost): Pins => ({
  hash: async (pin): Promise<HashedPin> => {
    const salt = randomBytes(saltLength).toString('base64');
    return { salt, hash: (await derive(pin, salt, cost)).toString('base64') };
  },
  isRight: async (pin, known) => {
    const isHashed = known !== null && typeof known !== 'string';
    const derived = await derive(pin, isHashed ? known.salt : saltOfNobody, cost);
    const given = typeof known === 'string' ? pin : derived;
    const wanted = isHashed ? Buffer.from(known.hash, 'base64') : (known ?? '');
    return timingSafeEqual(digest(given), digest(wanted)) && known !== null;
  },
});
