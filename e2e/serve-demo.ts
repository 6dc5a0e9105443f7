import { demoFolder, makeDemo, startServer } from './server'

/** The demo of this run, and the site most tests share: made anew, so that no run sees what another left. */
await makeDemo()
await startServer(Number(process.argv[2]), demoFolder('e2e-data'))
