import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** A control: from now on this process flushes nothing by itself. */
export function neverFlush(): void {
  fs.fsyncSync = () => {}
  syncBuiltinESMExports()
}
