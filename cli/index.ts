import '@/lib/runtime'
import './server-code'

const { runCommand } = await import('./commands')
process.exitCode = await runCommand(process.argv.slice(2))
