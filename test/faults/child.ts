import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll } from 'vitest'

export type Child = {
  /** Whole lines; what it had only begun to say when it was killed is none. */
  lines: string[]
  /** Once that many lines were heard in all. Throws what it complained of when it ends before. */
  heard: (lines: number) => Promise<void>
  kill: () => Promise<void>
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; err: string }>
}

/**
 * A process that says a line at a time, to be listened to and killed.
 * @param through a program that runs it, with its arguments
 */
export function start(script: string, given: unknown, through: string[] = []): Child {
  const [program = '', ...args] = [...through, process.execPath, script, JSON.stringify(given)]
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  let [begun, err] = ['', '']
  let notice = () => {}
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const pieces = (begun + text).split('\n')
    begun = pieces.pop() ?? ''
    lines.push(...pieces)
    notice()
  })
  const ended: Child['ended'] = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, err }))
  })
  const heard = async (count: number) => {
    const enough = new Promise<void>((resolve) => {
      notice = () => lines.length >= count && resolve()
      notice()
    })
    const tooEarly = ended.then(({ err }) => {
      if (lines.length < count) throw new Error(`The process ended after ${lines.length} lines: ${err}`)
    })
    await Promise.race([enough, tooEarly])
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  running.add(child)
  child.once('close', () => running.delete(child))
  return { lines, heard, kill, ended }
}

const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})
