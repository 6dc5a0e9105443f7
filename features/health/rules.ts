const MEGABYTE = 1024 * 1024

/** A write-ahead log longer than this means that somebody reads without end or the checkpoint fails. */
export const LONGEST_LOG = 64 * MEGABYTE

/** Room for the next backup and then some: a gigabyte, or a tenth of a small disk. */
export const enoughSpace = (free: number, total: number): boolean =>
  free >= Math.min(1024 * MEGABYTE, total / 10)
