import type { Piece, Survival } from './disk'
import type { Random } from './random'

const SECTOR = 512

/** Three ways for a disk to be left by a power cut. */
export const SURVIVALS: Record<string, (random: Random) => Survival> = {
  'nothing that was not synced': () => ({ names: () => 0, pieces: () => [] }),
  'some of what was not synced': (random) => {
    const share = random.next()
    return {
      names: (waiting) => random.int(waiting + 1),
      pieces: (waiting) => waiting.filter(() => random.next() < share),
    }
  },
  'sectors torn apart': (random) => {
    const share = random.next()
    return {
      names: (waiting) => random.int(waiting + 1),
      pieces: (waiting) => waiting.flatMap(sectors).filter(() => random.next() < share),
    }
  },
}

function sectors(piece: Piece): Piece[] {
  if ('length' in piece) return [piece]
  const { at, bytes } = piece
  const pieces: Piece[] = []
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR))
    pieces.push({ at: at + from, bytes: bytes.subarray(from, to) })
    from = to
  }
  return pieces
}
