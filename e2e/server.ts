import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/.bin/node')

export type Server = { url: string; dataDir: string; stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void> }

const pristine = join(root, '.tmp', 'e2e-demo')

/** Makes the demo municipality of this run, which no server ever opens. */
export async function makeDemo(): Promise<void> {
  rmSync(pristine, { recursive: true, force: true })
  mkdirSync(join(root, '.tmp'), { recursive: true })
  await run(['--import', 'tsx', 'cli/index.ts', 'prepare'], { DATA_DIR: pristine })
}

/** A demo municipality of a test's own, in a folder of its own. */
export const demoFolder = (name: string): string => copyFolder(pristine, name)

export const copyFolder = (from: string, name: string): string => {
  const folder = join(root, '.tmp', name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(from, folder, { recursive: true })
  return folder
}

/** Starts a built site on a port of its own and waits until it answers. */
export async function startServer(
  port: number,
  dataDir: string,
  { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Server> {
  const url = `http://127.0.0.1:${port}`
  const next = join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(node, [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd,
    env: {
      ...process.env,
      // The clocks stand still unless a test is about them.
      JOBS: 'off',
      ...env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      APP_URL: url,
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answering(`${url}/sign-in`, child)
  return { url, dataDir, stop: (signal = 'SIGTERM') => stop(child, signal) }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server stopped with code ${child.exitCode}.`)
    const answer = await fetch(url).catch(() => null)
    if (answer) return void (await answer.arrayBuffer())
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not answer within a minute.`)
}

const stop = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    // A browser opens connections ahead of need, and a server that ends politely would wait a minute for them.
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(patience)
      resolve()
    })
    child.kill(signal)
  })

export const run = (args: string[], env: Record<string, string>, cwd = root) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(node, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`)),
    )
  })
