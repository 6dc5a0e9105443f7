import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ImportRefused, type ImportReport, importMunicipality } from '@/features/municipality/import'
import type { Fault } from '@/features/municipality/input'
import type { Command } from './commands'
import { withInstallation } from './installation'
import { Stop } from './stop'

export const importFolder: Command = {
  usage: 'MAPPE',
  does: 'Læser departments.csv, areas.csv, organisations.csv og plans.csv: alt eller intet.',
  words: 1,
  run: ({ words: [named = ''], now, say }) => {
    // npm moves to the program's own folder; the operator means the one they stood in.
    const folder = resolve(process.env.INIT_CWD ?? '', named)
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      throw new Stop(`Der er ingen mappe ${folder}.`)
    }
    withInstallation(() => {
      for (const sentence of summary(importOrStop(folder, now))) say(sentence)
    })
  },
}

function importOrStop(folder: string, now: Date): ImportReport {
  try {
    return importMunicipality(folder, now)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    const count = error.faults.length === 1 ? '1 fejl' : `${error.faults.length} fejl`
    throw new Stop([...error.faults.map(located), `Intet er importeret: ${count}.`].join('\n'))
  }
}

const located = ({ file, line, column, remedy }: Fault) =>
  `${[file, line && `linje ${line}`, column && `kolonne ${column}`].filter(Boolean).join(', ')}: ${remedy}`

function summary({ created, changed, unchanged, absent }: ImportReport): string[] {
  const done =
    created + changed === 0
      ? `Intet er ændret: alle ${unchanged} rækker er som før.`
      : `${created} rækker er nye, ${changed} er ændret, ${unchanged} er som før.`
  if (absent.length === 0) return [done]
  return [done, `Står ikke længere i filerne, men er beholdt uændret: ${absent.join(', ')}.`]
}
