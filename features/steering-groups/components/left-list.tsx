import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PressForm } from '@/components/ui/press-form'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Locale } from '@/lib/format'
import type { LedgerGroup } from '../queries/ledger'
import type { LeftItem } from '../queries/left-behind'
import type { Place } from '../queries/places'
import { removeLeftAction } from '../server-actions'
import { PlaceForm } from './place-form'
import { WhereItWent } from './where-it-went'

type Props = {
  group: LedgerGroup
  items: LeftItem[]
  /** The team places them; the form is drawn for the one that is asked for. */
  keeps: boolean
  placing?: { id: string; places: Place[] }
  locale: Locale
}

/** What a group left behind, each with where it went. */
export async function LeftList({ group, items, keeps, placing, locale }: Props) {
  const t = await getTranslations('succession.group')
  if (items.length === 0) return <p className="text-muted">{t('leftNone')}</p>
  return (
    <ul>
      {items.map((item) => {
        const named = {
          text: item.text,
          hidden: (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden>,
        }
        return (
          <li key={item.id} id={item.id} className="scroll-mt-24 border-b border-line py-3 last:border-b-0">
            <p className="max-w-[70ch] wrap-anywhere">
              <Tag>{t(`kind.${item.kind}`)}</Tag> {item.text}
            </p>
            <WhereItWent item={item} slug={group.forum?.slug} locale={locale} />
            {keeps && placing?.id === item.id && (
              <PlaceForm item={item} places={placing.places} groupId={group.id} />
            )}
            {keeps && placing?.id !== item.id && (
              <div className="no-print mt-1 flex flex-wrap items-center gap-x-5 text-sm">
                <Link
                  href={`/forums/succession/${group.id}?place=${item.id}#${item.id}`}
                  prefetch={false}
                  className="inline-flex min-h-6 items-center text-link hover:underline"
                >
                  {t.rich(item.isPlaced ? 'placeAnew' : 'place', named)}
                </Link>
                {!item.isPlaced && (
                  <PressForm
                    action={removeLeftAction}
                    hidden={{ successionItemId: item.id, version: String(item.version) }}
                    variant="quiet"
                    size="small"
                  >
                    {t.rich('remove', named)}
                  </PressForm>
                )}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
