import { resolve } from 'node:path'

/** The folder with the database and its backups. */
export const dataDir = () => resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? 'data')

/** Where people reach the site; decides cookies and which origin may write. */
export const appUrl = () => new URL(process.env.APP_URL ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`)
