import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Node 24, which npm installs with the rest; the one that started us may be older. */
export const node24 = join(root, 'node_modules', '.bin', 'node')

const programs = join(root, 'node_modules', '.bin')
const paths = (process.env.PATH ?? '').split(delimiter)

/** npm must not run on the Node that it may be about to replace. */
export const machinePath = paths.filter((path) => path !== programs).join(delimiter)
export const ownPath = [programs, machinePath].join(delimiter)
