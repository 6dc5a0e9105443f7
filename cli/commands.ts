import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { StartRefused } from '@/db/check'
import { MigrationRefused } from '@/db/migrate'
import { importFolder } from './import'
import { initialise } from './init'
import { invite } from './invite'
import { migrateDatabase } from './migrate'
import { prepare } from './prepare'
import { Stop, WrongUse } from './stop'

export type Say = (sentence: string) => void
type Arguments = { words: string[]; options: Record<string, string | undefined>; now: Date; say: Say }
export type Command = {
  /** What follows the name. */
  usage: string
  does: string
  words: number
  options?: readonly string[]
  run: (given: Arguments) => void
}

const COMMANDS: Record<string, Command> = {
  prepare,
  init: initialise,
  import: importFolder,
  migrate: migrateDatabase,
  invite,
}

/** Runs one command and returns the exit code: 0 done, 1 refused, 2 written wrongly. */
export function runCommand([name, ...rest]: string[], now = new Date()): number {
  const say: Say = (sentence) => process.stdout.write(`${sentence}\n`)
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') say(help())
    else command(name).run({ ...read(name, rest), now, say })
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

function read(name: string, rest: string[]): Pick<Arguments, 'words' | 'options'> {
  const { words, options = [], usage } = command(name)
  const config: ParseArgsOptionsConfig = Object.fromEntries(
    options.map((option) => [option, { type: 'string' }]),
  )
  const { values, positionals } = parse(rest, config)
  if (positionals.length !== words) {
    throw new WrongUse(`Skriv kommandoen sådan: npm run cli -- ${[name, usage].join(' ').trim()}`)
  }
  return { words: positionals, options: values as Record<string, string | undefined> }
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

/** Faults of the machine are said in a sentence too; anything else is a defect and keeps its trace. */
function asStop(error: unknown): Stop {
  if (error instanceof Stop) return error
  if (error instanceof MigrationRefused || error instanceof StartRefused) return new Stop(error.message)
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Stop(`Der kan ikke skrives i ${path}. Giv brugeren adgang, eller vælg en anden DATA_DIR.`)
  }
  if (code === 'ENOSPC') return new Stop('Disken er fuld. Gør plads, og prøv igen. Intet er ændret.')
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
