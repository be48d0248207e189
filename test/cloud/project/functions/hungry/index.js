// Takes memory until there is none.
exports.main = () => {
  const eaten = [];
  for (;;) eaten.push(Array.from({ length: 10_000 }, (_, n) => `${n} ${eaten.length}`));
};
