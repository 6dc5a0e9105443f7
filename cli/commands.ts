import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { BackupFailed } from '@/db/backup'
import { StartRefused } from '@/db/check'
import { MigrationRefused } from '@/db/migrate'
import { RestoreRefused } from '@/db/restore'
import { takeBackup } from './backup'
import { showBackups } from './backups'
import { drill } from './drill'
import { importFolder } from './import'
import { initialise } from './init'
import { invite } from './invite'
import { migrateDatabase } from './migrate'
import { prepare } from './prepare'
import { restoreBackup } from './restore'
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

const COMMANDS: Record<string, Command> = {
  prepare,
  init: initialise,
  import: importFolder,
  migrate: migrateDatabase,
  invite,
  backup: takeBackup,
  backups: showBackups,
  restore: restoreBackup,
  drill,
}

/** Runs one command and returns the exit code: 0 done, 1 refused, 2 written wrongly. */
export async function runCommand([name, ...rest]: string[], now = new Date()): Promise<number> {
  const say: Say = (sentence) => process.stdout.write(`${sentence}\n`)
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') say(help())
    else await command(name).run({ ...read(name, rest), now, say })
    return 0
  } catch (error) {
    const stop = asStop(error)
    const withHelp = stop instanceof WrongUse && stop.help
    process.stderr.write(withHelp ? `${stop.message}\n\n${help()}\n` : `${stop.message}\n`)
    return stop.exitCode
  }
}

function command(name: string): Command {
  const found = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!found) throw new WrongUse(`Kommandoen »${name}« kendes ikke.`)
  return found
}

function read(name: string, rest: string[]): Pick<Arguments, 'words' | 'options' | 'flags'> {
  const { words, options = [], flags = [], usage } = command(name)
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

const help = () =>
  [
    'Én indgang: driftens kommandoer. Databasen ligger i DATA_DIR (uden angivelse: ./data).',
    '',
    ...Object.entries(COMMANDS).map(
      ([name, { usage, does }]) => `  npm run cli -- ${[name, usage].join(' ').trim()}\n      ${does}`,
    ),
    '  npm run cli -- help\n      Viser denne hjælp.',
  ].join('\n')
