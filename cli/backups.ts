import { faultOf, isNewer, listBackups } from '@/db/kept-backups'
import { backupDir } from '@/lib/env'
import { formatInstant } from '@/lib/format'
import { sizeOf } from './backup'
import type { Command } from './commands'

export const showBackups: Command = {
  usage: '',
  does: 'Viser sikkerhedskopierne, de nyeste først, og efterprøver dem en for en.',
  words: 0,
  run: ({ say }) => {
    const backups = listBackups(backupDir())
    if (backups.length === 0) say(`Der er ingen sikkerhedskopier i ${backupDir()}.`)
    for (const backup of backups) {
      const { name, manifest } = backup
      const fault = faultOf(backup)
      if (fault || !manifest) say(`${name}  kan ikke bruges: den ${fault}`)
      else {
        const edition = isNewer(manifest) ? `, fra en nyere udgave (${manifest.version})` : ''
        say(`${name}  ${formatInstant(manifest.madeAt, 'da')}  ${sizeOf(manifest)}  hel${edition}`)
      }
    }
  },
}
