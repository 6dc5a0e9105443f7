import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ImportRefused, type ImportReport } from '@/features/imports/rules'
import { faultSentences, refusal, reportSentences } from '@/features/imports/sentences'
import { importMunicipality } from '@/features/municipality/import'
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
      for (const sentence of reportSentences(importOrStop(folder, now), 'da')) say(sentence)
    })
  },
}

function importOrStop(folder: string, now: Date): ImportReport {
  try {
    return importMunicipality(folder, now)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    throw new Stop([...faultSentences(error.faults, 'da'), refusal(error.faults, 'da')].join('\n'))
  }
}
