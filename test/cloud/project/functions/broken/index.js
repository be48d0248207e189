// Lacks a dependency, as after a forgotten npm install.
exports.main = require('not-installed');
