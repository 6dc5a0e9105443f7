import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dataDir } from '@/lib/env'
import { writeWhole } from './durable-file'

const recordShape = z.object({
  at: z.iso.datetime().transform((text) => new Date(text)),
  backup: z.string(),
  ms: z.int().nonnegative(),
})

/** The last time a backup was restored on trial and served: when, which, and how long it took. */
export type DrillRecord = z.infer<typeof recordShape>

const file = () => join(dataDir(), 'drill.json')

export const writeDrillRecord = (record: DrillRecord): void =>
  writeWhole(file(), `${JSON.stringify(record)}\n`)

/** Null when there never was a drill, or its record cannot be read. */
export function readDrillRecord(): DrillRecord | null {
  if (!existsSync(file())) return null
  try {
    return recordShape.safeParse(JSON.parse(readFileSync(file(), 'utf8'))).data ?? null
  } catch {
    return null
  }
}
