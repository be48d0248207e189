/** The import rules within the phone's part of the house, for .dependency-cruiser.cjs. */
module.exports = [
  {
    name: 'packages-do-not-share',
    severity: 'error',
    comment: 'WeChat cannot require across subpackages either.',
    from: { path: '^miniprogram/packages/([^/]+)/' },
    to: { path: '^miniprogram/packages/(?!$1/)' },
  },
  {
    name: 'the-phone-flows-one-way',
    severity: 'error',
    comment: 'Pages and components use stores; stores use the Call type; nothing goes back.',
    from: { path: '^miniprogram/(stores|wording|format|theme)/' },
    to: { path: '^miniprogram/(pages|packages|components)/' },
  },
  {
    name: 'wording-and-format-are-leaves',
    severity: 'error',
    from: { path: '^miniprogram/(wording|format)/' },
    to: { path: '^miniprogram/(?!wording/|format/)' },
  },
  {
    name: 'the-platform-knows-no-stores',
    severity: 'error',
    comment: 'A store names the type of what it is given; the platform gives it, and knows nobody above.',
    from: { path: '^miniprogram/platform/' },
    to: {
      path: '^miniprogram/(stores|pages|packages|components)/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'stores-know-no-wx',
    severity: 'error',
    comment: 'Only the composition root stores/index.ts hands the platform to the stores.',
    from: { path: '^miniprogram/stores/(?!index\\.ts$)' },
    to: { path: '^miniprogram/platform/', dependencyTypesNot: ['type-only'] },
  },
];
