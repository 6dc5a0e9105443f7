import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './places.mjs'

const PATIENCE_MS = 15_000
const running = new Set()
let stopping = false

/**
 * Starts a program as the head of a process group of its own, so that a signal to us reaches it once
 * (Ctrl+C goes to everybody in the terminal, and npm passes it on again) and its own children with it.
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, detached: true, ...options })
  running.add(child)
  child.once('exit', (code, signal) => {
    running.delete(child)
    if (stopping && running.size === 0) process.exit(exitCode(code, signal))
  })
  child.once('error', () => running.delete(child))
  return child
}

export const SHOWN = ['ignore', 'inherit', 'inherit']
export const KEPT = ['ignore', 'pipe', 'pipe']

/** Runs a program to its end; what is piped is kept and handed back as `said`. */
export function run(command, args, { stdio = SHOWN, env = {} } = {}) {
  const child = start(command, args, { stdio, env: { ...process.env, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  return new Promise((resolve) => {
    child.once('error', (error) =>
      resolve({ code: 127, said: error.message, missing: error.code === 'ENOENT' }),
    )
    child.once('close', (code, signal) => resolve({ code: exitCode(code, signal), said, missing: false }))
  })
}

/**
 * Ends what we started when we are told to end, and when the npm that started us is gone.
 * @param as the signal to hand on, where a program tidies up after one signal only
 */
export function handSignalsOn({ as } = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stop(as ?? (signal === 'SIGHUP' ? 'SIGTERM' : signal)))
  }
  process.on('exit', () => signalAll('SIGKILL'))
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && stop(as ?? 'SIGTERM'), 1_000).unref()
}

function stop(signal) {
  if (stopping) return
  stopping = true
  if (running.size === 0) process.exit(exitCode(null, signal))
  signalAll(signal)
  setTimeout(() => signalAll('SIGKILL'), PATIENCE_MS).unref()
}

function signalAll(signal) {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal)
    } catch {
      // It ended in between.
    }
  }
}

const exitCode = (code, signal) => code ?? 128 + constants.signals[signal]
