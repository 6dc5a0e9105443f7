import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { emptyFolder } from '../cli'
import { Disk } from './disk'
import { SURVIVALS } from './power-loss'
import { type Random, randomFrom } from './random'
import type { Act } from './syscall-log'

type Run = {
  /** What lay in the folder before, all of it safe. */
  before: Map<string, Buffer>
  acts: Act[]
  /** How many moments the power is cut at. */
  points: number
  seed: number
}
/** What the disk holds when the power is back, what had been said before it went, and which case this is. */
export type Aftermath = { folder: string; said: string[]; where: string }

/** Cuts the power at chosen moments of what a process did, in each way a disk may be left, and looks at each. */
export function cutThePower(
  { before, acts, points, seed }: Run,
  look: (aftermath: Aftermath) => void,
): number {
  const random = randomFrom(seed)
  const moments = momentsOf(acts, points, random)

  const disk = new Disk(before)
  const folder = emptyFolder()
  const said: string[] = []
  let states = 0
  for (const [moment, act] of acts.entries()) {
    if ('said' in act) said.push(act.said)
    else act.do(disk)
    if (!moments.has(moment)) continue
    for (const [name, survival] of Object.entries(SURVIVALS)) {
      layOut(folder, disk.afterPowerLoss(survival(random)))
      look({ folder, said, where: `FAULTS_SEED=${seed}, after call ${moment} of ${acts.length}, ${name}` })
      states++
    }
  }
  return states
}

/** Half of them right after something was said, which is when it must hold; the rest anywhere. */
function momentsOf(acts: Act[], points: number, random: Random): Set<number> {
  const spoken = [...acts.keys()].filter((moment) => 'said' in (acts[moment] as Act))
  const moments = new Set<number>()
  while (moments.size < Math.min(points / 2, spoken.length)) moments.add(random.pick(spoken))
  while (moments.size < Math.min(points, acts.length)) moments.add(random.int(acts.length))
  return moments
}

function layOut(folder: string, files: Map<string, Buffer>): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}
