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
      comment:
        'Rules import only rules of their own context, and days, results, faults and the like of the kernel.',
      from: { path: '^cloudfunctions/([^/]+)/domain/' },
      to: {
        pathNot: [
          '^cloudfunctions/$1/domain/',
          '^cloudfunctions/kernel/(result|library-day|document-fault|longest-id|request-keys|typed-value|unknown-fields|written-fields)\\.ts$',
        ],
      },
    },
    {
      name: 'use-cases-know-no-platform',
      severity: 'error',
      comment: 'Nor do the ports that they need, nor the jobs that run them.',
      from: { path: '^cloudfunctions/[^/]+/(use-cases/|ports/|(ports|jobs)\\.ts$)' },
      to: {
        path: [
          '/adapters/',
          '/function/',
          '^cloudfunctions/kernel/wechat/',
          'node_modules',
          '^(node:)?(fs|http|https|crypto|path|worker_threads)$',
        ],
      },
    },
    {
      name: 'contracts-stay-light',
      severity: 'error',
      comment: 'A contract uses the validator and the names its rules give, nothing else.',
      from: { path: '^cloudfunctions/([^/]+)/(contract\\.ts$|contract/)' },
      to: {
        pathNot: [
          '^cloudfunctions/$1/(domain|contract)/',
          '^cloudfunctions/kernel/[^/]+\\.ts$',
          'node_modules/valibot',
        ],
      },
    },
    {
      name: 'contexts-meet-at-their-contracts',
      severity: 'error',
      comment: 'A composition root may wire an adapter of another context to a port of its own.',
      from: { path: '^cloudfunctions/(?!kernel/|scheduler/|api\\.ts)([^/]+)/' },
      to: { path: '^cloudfunctions/(?!kernel/|$1/)[^/]+', pathNot: '/(contract\\.ts$|adapters/)' },
    },
    {
      name: 'adapters-keep-to-their-context',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/adapters/' },
      to: { path: '^cloudfunctions/(?!kernel/|$1/)[^/]+/adapters/' },
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
      name: 'the-kernel-stands-alone',
      severity: 'error',
      comment: 'Every context may use the kernel, so the kernel uses none of them.',
      from: { path: '^cloudfunctions/kernel/' },
      to: { path: '^cloudfunctions/(?!kernel/)' },
    },
    {
      name: 'the-kernel-is-pure-outside-wechat',
      severity: 'error',
      comment: 'What knows the SDK stands in kernel/wechat; the rest of the kernel knows only the validator.',
      from: { path: '^cloudfunctions/kernel/[^/]+\\.ts$' },
      to: { pathNot: ['^cloudfunctions/kernel/[^/]+\\.ts$', 'node_modules/valibot'] },
    },
    {
      name: 'the-database-knows-only-rules',
      severity: 'error',
      comment:
        'Collections, seed and import use the rules, contracts and names of jobs of the product. The composition root ' +
        'import-to-cloud.ts, import-patrons.ts, import-loans.ts and audit-import.ts alone wire its adapters: to build the index ' +
        'in place of the sweep, to hash PINs, to take loans over, and to leave a line in the audit log.',
      from: {
        path: '^database/',
        pathNot: '^database/import/(import-(to-cloud|patrons|loans)|audit-import)\\.ts$',
      },
      to: {
        path: '^(cloudfunctions|miniprogram)/',
        pathNot: '^cloudfunctions/(kernel/[^/]+\\.ts$|[^/]+/(domain/|contract\\.ts$|jobs\\.ts$))',
      },
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
    ...require('./.dependency-cruiser.phone.cjs'),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', 'miniprogram_npm'] },
    exclude: { path: ['miniprogram_npm', '^dist/'] },
  },
};
