import clsx from 'clsx'
import type { Accent } from './card'

export type Mark = 'circle' | 'square' | 'triangle' | 'diamond' | 'house' | 'cross'

const MARKS: Record<Mark, { colour: string; accent: Accent; path: string }> = {
  circle: { colour: 'fill-forum-1', accent: 'forum-1', path: 'M10 2a8 8 0 1 0 0 16a8 8 0 1 0 0-16Z' },
  square: { colour: 'fill-forum-2', accent: 'forum-2', path: 'M2.5 2.5h15v15h-15Z' },
  triangle: { colour: 'fill-forum-3', accent: 'forum-3', path: 'M10 1.5 19 18H1Z' },
  diamond: { colour: 'fill-forum-4', accent: 'forum-4', path: 'M10 0 20 10 10 20 0 10Z' },
  house: { colour: 'fill-forum-5', accent: 'forum-5', path: 'M10 1 19 8V19H1V8Z' },
  cross: { colour: 'fill-forum-6', accent: 'forum-6', path: 'M7 1h6v6h6v6h-6v6H7v-6H1V7h6Z' },
}

/** The edge of a card that is about one forum. */
export const forumAccent = (mark: Mark): Accent => MARKS[mark].accent

/** Hue and shape of a forum. It stands beside the name, so it is silent unless it has to speak for itself. */
export function ForumMark({ mark, label, className }: { mark: Mark; label?: string; className?: string }) {
  const { colour, path } = MARKS[mark]
  return (
    <>
      <svg
        viewBox="0 0 20 20"
        className={clsx('inline-block size-3.5 flex-none align-[-1px]', colour, className)}
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
      {label && <span className="sr-only">{label}</span>}
    </>
  )
}
