import { getTranslations } from 'next-intl/server'
import type { ComparedItem, Piece } from '../compare'

/** The items in which something changed: new words underlined, old ones struck through, and both said aloud. */
export async function Comparison({ items }: { items: ComparedItem[] }) {
  return (
    <ol>
      {items.map(({ id, number, title, lines }) => (
        <li key={id} className="border-b border-line py-5 last:border-b-0">
          <h2 className="text-lg font-semibold wrap-anywhere">
            <span className="mr-2">{number}</span>
            <Words pieces={title} />
          </h2>
          <ul className="mt-2 space-y-2">
            {lines.map((line) => (
              <li key={line.id} className="whitespace-pre-line wrap-anywhere">
                <Words pieces={line.pieces} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

async function Words({ pieces }: { pieces: Piece[] }) {
  const t = await getTranslations('minutes.compare')
  return pieces.map(({ text, change }, index) => {
    // A piece has no name but its place, and the list never changes.
    const key = `${index} ${change}`
    if (change === 'same') return <span key={key}>{text}</span>
    const Changed = change === 'added' ? 'ins' : 'del'
    return (
      <Changed key={key} className={change === 'added' ? 'bg-ok-tint text-ok' : 'bg-bad-tint text-bad'}>
        <span className="sr-only">{t(change)} </span>
        {text}
      </Changed>
    )
  })
}
