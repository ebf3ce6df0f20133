// Loaded by Electron after Playwright's own loader: keeps the program from starting until the tests have said what runs in
// its pages first. Playwright itself starts it before it can be told.
const run = globalThis.__playwright_run;
globalThis.__playwright_run = () => {};
globalThis.kedangRun = run;
