/** The import rules of the house; each is broken on purpose in test/architecture. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-dumping-grounds',
      severity: 'error',
      comment: 'A folder or file is named after what it is about.',
      from: {},
      to: {
        path: '(^|/)(utils?|helpers?|common|managers?)(/|\\.ts$)',
        pathNot: 'node_modules|miniprogram_npm',
      },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'Rules import only rules of their own context, and days, results and faults.',
      from: { path: '^cloudfunctions/([^/]+)/domain/' },
      to: {
        pathNot: [
          '^cloudfunctions/$1/domain/',
          '^cloudfunctions/kernel/(result|library-day|document-fault)\\.ts$',
        ],
      },
    },
    {
      name: 'use-cases-know-no-platform',
      severity: 'error',
      from: { path: '^cloudfunctions/[^/]+/use-cases/' },
      to: {
        path: [
          '/adapters/',
          '/function/',
          'node_modules',
          '^(node:)?(fs|http|https|crypto|path|worker_threads)$',
        ],
      },
    },
    {
      name: 'contracts-stay-light',
      severity: 'error',
      comment: 'A contract uses the validator and the names its rules give, nothing else.',
      from: { path: '^cloudfunctions/[^/]+/contract\\.ts$' },
      to: { pathNot: ['^cloudfunctions/[^/]+/domain/', '^cloudfunctions/kernel/', 'node_modules/valibot'] },
    },
    {
      name: 'contexts-meet-at-their-contracts',
      severity: 'error',
      from: { path: '^cloudfunctions/(?!kernel/|scheduler/|api\\.ts)([^/]+)/' },
      to: { path: '^cloudfunctions/(?!kernel/|$1/)[^/]+', pathNot: '/contract\\.ts$' },
    },
    {
      name: 'adapters-are-wired-in-composition-roots',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: ['/function/', '^cloudfunctions/scheduler/', '/adapters/'] },
      to: { path: '^cloudfunctions/[^/]+/adapters/' },
    },
    {
      name: 'only-types-cross-to-the-phone',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^cloudfunctions/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-contracts-cross-to-the-phone',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/api\\.ts$', '/contract\\.ts$'] },
    },
    {
      name: 'the-product-knows-no-local-cloud',
      severity: 'error',
      from: { path: '^(cloudfunctions|miniprogram)/' },
      to: { path: '^(local|test|database|scripts)/' },
    },
    {
      name: 'the-cloud-never-sees-the-phone',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^miniprogram/' },
    },
    {
      name: 'the-local-cloud-knows-only-collections',
      severity: 'error',
      comment: 'The embedded cloud runs the built functions; it imports none of their source.',
      from: { path: '^local/' },
      to: { path: '^(cloudfunctions|miniprogram)/' },
    },
    {
      name: 'the-embedded-cloud-loads-nothing',
      severity: 'error',
      comment:
        'Of the database folder it knows which collections there are; the seed and the import use it, not it them.',
      from: { path: '^local/cloud/' },
      to: { path: '^database/', pathNot: '^database/(collections/|collection\\.ts$)' },
    },
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
      name: 'stores-know-no-wx',
      severity: 'error',
      comment: 'Only the composition root stores/index.ts hands the platform to the stores.',
      from: { path: '^miniprogram/stores/(?!index\\.ts$)' },
      to: { path: '^miniprogram/platform/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', 'miniprogram_npm'] },
    exclude: { path: ['miniprogram_npm', '^dist/'] },
  },
};
