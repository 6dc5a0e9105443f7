import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { emptyFolder } from '../cli'
import { start } from './child'
import type { Disk } from './disk'

/** One thing a process did to its files, or a line it said. */
export type Act = { said: string } | { do: (disk: Disk) => void }

const CHANGES = 'pwrite64 write fsync fdatasync ftruncate openat rename link unlink mkdir'.split(' ')
/** Would change files too, in ways the disk here does not know; none is used today. */
const UNKNOWN = (
  'writev pwritev pwritev2 truncate fallocate sendfile copy_file_range sync_file_range sync syncfs ' +
  'creat renameat renameat2 linkat unlinkat symlink symlinkat mkdirat rmdir'
).split(' ')

/** Runs a process to its end and lists, in order, what it did below the folder and what it said. */
export async function acts(script: string, given: unknown, folder: string): Promise<Act[]> {
  const log = join(emptyFolder(), 'syscalls')
  const trace = ['-f', '--seccomp-bpf', '-qq', '-y', '-xx', '-s', '4194304', '-e', 'signal=none', '-o', log]
  const child = start(script, given, ['strace', ...trace, '-e', `trace=${[...CHANGES, ...UNKNOWN]}`, '--'])
  const { code, err } = await child.ended
  if (code !== 0) throw new Error(`The process ended with ${code}: ${err}`)
  return callsOf(readFileSync(log, 'utf8'))
    .filter(({ result }) => result >= 0)
    .flatMap((call) => actOf(call, folder) ?? [])
}

type Call = { name: string; args: string; result: number }

/** Calls in the order in which they returned; strace cuts one in two when another thread calls in between. */
function callsOf(log: string): Call[] {
  const begun = new Map<string, string>()
  const calls: Call[] = []
  for (const line of log.split('\n')) {
    const [, thread = '', said = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (said.endsWith(' <unfinished ...>')) {
      begun.set(thread, said.slice(0, -' <unfinished ...>'.length))
      continue
    }
    const whole = said.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? '')
    const [, name, args = '', result] = /^(\w+)\((.*)\) += (-?\d+)/.exec(whole) ?? []
    if (name) calls.push({ name, args, result: Number(result) })
  }
  return calls
}

function actOf({ name, args, result }: Call, folder: string): Act | null {
  const texts = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => bytesOf(hex))
  const text = texts[0] ?? Buffer.alloc(0)
  if (name === 'write' && /^1</.test(args)) return { said: text.toString().trimEnd() }

  const ofHandle = /^\d+<((?:\\x[0-9a-f]{2})*)>/.exec(args)?.[1]
  const paths = ofHandle === undefined ? texts.map(String) : [bytesOf(ofHandle).toString()]
  const [path = '', to = ''] = paths.map((path) => relative(folder, path) || '.')
  // The shared memory is made anew by whoever opens the file next.
  if (path.startsWith('..') || path.endsWith('-shm')) return null
  const last = Number(args.split(', ').at(-1))
  switch (name) {
    case 'pwrite64':
      return { do: (disk) => disk.write(path, { at: last, bytes: text.subarray(0, result) }) }
    case 'write':
      return { do: (disk) => disk.write(path, { at: disk.length(path), bytes: text.subarray(0, result) }) }
    case 'ftruncate':
      return { do: (disk) => disk.write(path, { length: last }) }
    case 'fsync':
    case 'fdatasync':
      return { do: (disk) => disk.sync(path) }
    case 'openat':
      return opening(args, path)
    case 'rename':
      return { do: (disk) => disk.move(path, to) }
    case 'link':
      return { do: (disk) => disk.link(path, to) }
    case 'unlink':
      return { do: (disk) => disk.remove(path) }
    case 'mkdir':
      return { do: (disk) => disk.makeFolder(path) }
    default:
      throw new Error(
        `${name} of ${path}: test/faults/disk.ts does not know what a power cut leaves of that.`,
      )
  }
}

function opening(args: string, path: string): Act | null {
  if (args.includes('O_TRUNC')) return { do: (disk) => disk.write(path, { length: 0 }) }
  return args.includes('O_CREAT') ? { do: (disk) => disk.create(path) } : null
}

const bytesOf = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
