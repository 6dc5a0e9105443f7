import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { BackupFailed } from '@/db/backup'
import { StartRefused } from '@/db/check'
import { MigrationRefused } from '@/db/migrate'
import { RestoreRefused } from '@/db/restore'
import { Stop, WrongUse } from './stop'

export type Say = (sentence: string) => void
type Arguments = {
  words: string[]
  options: Record<string, string | undefined>
  flags: Set<string>
  now: Date
  say: Say
}
export type Command = {
  /** What follows the name. */
  usage: string
  does: string
  words: number | readonly [least: number, most: number]
  options?: readonly string[]
  /** Options without a value. */
  flags?: readonly string[]
  run: (given: Arguments) => void | Promise<void>
}

/** Each is read when it is asked for: the operator's copy of a file should not wait for the whole of a municipality. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  prepare: async () => (await import('./prepare')).prepare,
  init: async () => (await import('./init')).initialise,
  import: async () => (await import('./import')).importFolder,
  migrate: async () => (await import('./migrate')).migrateDatabase,
  invite: async () => (await import('./invite')).invite,
  backup: async () => (await import('./backup')).takeBackup,
  backups: async () => (await import('./backups')).showBackups,
  restore: async () => (await import('./restore')).restoreBackup,
  drill: async () => (await import('./drill')).drill,
}

/** Runs one command and returns the exit code: 0 done, 1 refused, 2 written wrongly. */
export async function runCommand([name, ...rest]: string[], now = new Date()): Promise<number> {
  const say: Say = (sentence) => process.stdout.write(`${sentence}\n`)
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') say(await help())
    else {
      const command = await commandNamed(name)
      await command.run({ ...read(name, command, rest), now, say })
    }
    return 0
  } catch (error) {
    const stop = asStop(error)
    const withHelp = stop instanceof WrongUse && stop.help
    process.stderr.write(withHelp ? `${stop.message}\n\n${await help()}\n` : `${stop.message}\n`)
    return stop.exitCode
  }
}

async function commandNamed(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) throw new WrongUse(`Kommandoen »${name}« kendes ikke.`)
  return load()
}

function read(
  name: string,
  { words, options = [], flags = [], usage }: Command,
  rest: string[],
): Pick<Arguments, 'words' | 'options' | 'flags'> {
  const config: ParseArgsOptionsConfig = Object.fromEntries([
    ...options.map((option) => [option, { type: 'string' }]),
    ...flags.map((flag) => [flag, { type: 'boolean' }]),
  ])
  const { values, positionals } = parse(rest, config)
  const [least, most] = typeof words === 'number' ? [words, words] : words
  if (positionals.length < least || positionals.length > most) {
    throw new WrongUse(`Skriv kommandoen sådan: npm run cli -- ${[name, usage].join(' ').trim()}`)
  }
  const given = Object.entries(values)
  return {
    words: positionals,
    options: Object.fromEntries(given.filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >,
    flags: new Set(given.filter(([, value]) => value === true).map(([flag]) => flag)),
  }
}

function parse(args: string[], options: ParseArgsOptionsConfig) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error
    const option = /'(--?[^\s'<=]+)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new WrongUse(`Tilvalget ${option} kendes ikke.`)
    throw new WrongUse(`Tilvalget ${option} mangler sin værdi.`)
  }
}

/** Their messages are sentences for the operator. */
const REFUSALS = [BackupFailed, MigrationRefused, RestoreRefused, StartRefused]

/** Faults of the machine are said in a sentence too; anything else is a defect and keeps its trace. */
function asStop(error: unknown): Stop {
  if (error instanceof Stop) return error
  if (REFUSALS.some((kind) => error instanceof kind)) return new Stop((error as Error).message)
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Stop(`Der kan ikke skrives i ${path}. Giv brugeren adgang, eller vælg en anden DATA_DIR.`)
  }
  if (code === 'ENOSPC') return new Stop('Disken er fuld. Gør plads, og prøv igen. Intet er ændret.')
  if (code === 'SQLITE_FULL') return new Stop('Disken er fuld. Gør plads, og prøv igen.')
  if (code === 'SQLITE_BUSY')
    return new Stop('Databasen er i brug af et andet program. Vent lidt, og prøv igen.')
  throw error
}

async function help(): Promise<string> {
  const commands = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => [name, await load()] as const),
  )
  return [
    'Én indgang: driftens kommandoer. Databasen ligger i DATA_DIR (uden angivelse: ./data).',
    '',
    ...commands.map(
      ([name, { usage, does }]) => `  npm run cli -- ${[name, usage].join(' ').trim()}\n      ${does}`,
    ),
    '  npm run cli -- help\n      Viser denne hjælp.',
  ].join('\n')
}
