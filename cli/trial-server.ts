import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { handSignalsOn, KEPT, start } from './child.mjs'
import { root } from './places.mjs'

const LONGEST_WAIT_MS = 60_000
/** A trial sends nothing, asks nobody and copies nothing. */
const LEFT_OUT = [
  'SMTP_URL',
  'MAIL_FROM',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'BACKUP_DIR',
]

/**
 * Serves a folder on a free port of this machine alone, without jobs, for as long as the questions take.
 * @returns the status of each answer
 * @throws when the server ends by itself, with what it said
 */
export async function askServerOn(dataDir: string, paths: string[]): Promise<number[]> {
  handSignalsOn()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    APP_URL: url,
    PORT: String(port),
    JOBS: 'off',
  }
  for (const name of LEFT_OUT) delete env[name]
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const args = [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)]
  const server: ChildProcess = start(process.execPath, args, { env, stdio: KEPT })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  try {
    await answering(`${url}/healthz`, server, () => said)
    return await Promise.all(
      paths.map(async (path) => (await fetch(url + path, { redirect: 'manual' })).status),
    )
  } finally {
    await stop(server)
  }
}

async function answering(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + LONGEST_WAIT_MS
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(url).catch(() => null)
    await answer?.arrayBuffer()
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(said().trim() || 'Serveren svarede ikke inden for et minut.')
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || !server.pid) return
  const ended = once(server, 'exit')
  process.kill(-server.pid, 'SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || !address) throw new Error('Ingen fri port.')
  return address.port
}
