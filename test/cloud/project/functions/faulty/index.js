// Fails in the ways a function can.
const ways = {
  throw: () => {
    throw new TypeError('the shelf is empty');
  },
  reject: () => Promise.reject(new Error('no such loan')),
  hang: () => new Promise(() => {}),
  spin: () => {
    for (;;);
  },
  exit: () => process.exit(3),
  large: () => 'x'.repeat(6 * 1024 * 1024),
  nothing: () => undefined,
};

exports.main = ({ way }) => ways[way]();
