// Loaded by NODE_OPTIONS: leaves a file where the packed program let itself be given code.
require('node:fs').writeFileSync(process.env.KEDANG_TEST_MARK, '');
