import '@/lib/runtime'
import './server-code'

// Whatever a command makes, other users of the machine have no business with.
process.umask(0o077)
const { runCommand } = await import('./commands')
process.exitCode = await runCommand(process.argv.slice(2))
