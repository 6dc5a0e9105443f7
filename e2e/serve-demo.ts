import { demoFolder, startServer } from './server'

/** The site most tests share: a demo municipality made anew, so that no run sees what another left. */
await startServer(Number(process.argv[2]), await demoFolder('e2e-data'))
