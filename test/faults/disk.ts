import { dirname } from 'node:path'

/** A part of a file not yet promised to be on the disk: bytes at a place, or a new length. */
export type Piece = { at: number; bytes: Buffer } | { length: number }

/** What a power cut spares of what was not yet promised. */
export type Survival = {
  /** How many of the new, renamed and removed names; they reach the disk in their order, as a journal does it. */
  names: (waiting: number) => number
  pieces: (waiting: Piece[]) => Piece[]
}

type File = { kept: Buffer; waiting: Piece[] }
type Names = Map<string, File | 'folder'>
type NameChange = { folder: string; make: (names: Names) => void }

/**
 * A disk that keeps only what it promised: bytes once their file is synced, names once their folder is. Paths are
 * relative to the folder it stands for, which is '.'.
 */
export class Disk {
  private readonly keptNames: Names
  private readonly names: Names
  private waitingNames: NameChange[] = []

  constructor(files: Map<string, Buffer>) {
    this.names = new Map([...files].map(([path, kept]) => [path, { kept, waiting: [] }]))
    this.keptNames = new Map(this.names)
  }

  makeFolder(path: string): void {
    this.rename([path], (names) => names.set(path, 'folder'))
  }

  create(path: string): void {
    if (this.names.has(path)) return
    const file: File = { kept: Buffer.alloc(0), waiting: [] }
    this.rename([path], (names) => names.set(path, file))
  }

  move(from: string, to: string): void {
    const file = this.file(from)
    this.rename([from, to], (names) => {
      names.delete(from)
      names.set(to, file)
    })
  }

  /** A second name for the same file. */
  link(from: string, to: string): void {
    const file = this.file(from)
    this.rename([to], (names) => names.set(to, file))
  }

  remove(path: string): void {
    this.rename([path], (names) => names.delete(path))
  }

  write(path: string, piece: Piece): void {
    this.create(path)
    this.file(path).waiting.push(piece)
  }

  length(path: string): number {
    const { kept, waiting } = this.file(path)
    return waiting.reduce(lengthAfter, kept.length)
  }

  sync(path: string): void {
    if (path === '.' || this.names.get(path) === 'folder') {
      for (const { make } of this.waitingNames.filter(({ folder }) => folder === path)) make(this.keptNames)
      this.waitingNames = this.waitingNames.filter(({ folder }) => folder !== path)
    } else {
      const file = this.file(path)
      file.kept = withPieces(file.kept, file.waiting)
      file.waiting = []
    }
  }

  /** The files one finds when the power is back. */
  afterPowerLoss(survival: Survival): Map<string, Buffer> {
    const names = new Map(this.keptNames)
    for (const { make } of this.waitingNames.slice(0, survival.names(this.waitingNames.length))) make(names)
    const found = new Map<string, Buffer>()
    for (const [path, file] of names) {
      if (file === 'folder' || !isReachable(names, path)) continue
      found.set(path, withPieces(file.kept, survival.pieces(file.waiting)))
    }
    return found
  }

  private rename(paths: string[], make: NameChange['make']): void {
    make(this.names)
    this.waitingNames.push({ folder: dirname(paths.at(-1) ?? '.'), make })
  }

  private file(path: string): File {
    const file = this.names.get(path)
    if (!file || file === 'folder') throw new Error(`${path} is no file.`)
    return file
  }
}

const isReachable = (names: Names, path: string): boolean =>
  dirname(path) === '.' || (names.has(dirname(path)) && isReachable(names, dirname(path)))

const lengthAfter = (length: number, piece: Piece): number =>
  'length' in piece ? piece.length : Math.max(length, piece.at + piece.bytes.length)

function withPieces(kept: Buffer, pieces: Piece[]): Buffer {
  let file = kept
  let own = false
  for (const piece of pieces) {
    const length = lengthAfter(file.length, piece)
    if (!own || length !== file.length) {
      const grown = Buffer.alloc(length)
      file.copy(grown)
      file = grown
      own = true
    }
    if ('bytes' in piece) piece.bytes.copy(file, piece.at)
  }
  return file
}
