import { keptBriefly } from '../../cloudfunctions/kernel/kept-briefly';

test('reads again when the time is over, when the clock went back, and after a failure', async () => {
  let time = 1000;
  let reads = 0;
  const read = keptBriefly(
    () => {
      reads += 1;
      return reads === 3 ? Promise.reject(new Error('no answer')) : Promise.resolve(reads);
    },
    60_000,
    () => new Date(time),
  );
  expect([await read(), await read()]).toEqual([1, 1]);
  time += 60_000;
  expect(await read()).toBe(2);
  time -= 1;
  await expect(read()).rejects.toThrow('no answer');
  expect([await read(), await read()]).toEqual([4, 4]);
});
