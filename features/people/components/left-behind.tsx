import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ForumMark } from '@/components/ui/forum-mark'
import type { Locale } from '@/lib/format'
import type { PersonDetail } from '../queries/detail'
import { leavesSomething } from '../queries/left-behind'
import { ItemLinks } from './person-items'

/** What follows when a person is deactivated, thing by thing. */
export async function LeftBehind({ person, locale }: { person: PersonDetail; locale: Locale }) {
  const t = await getTranslations('people.deactivate')
  const seatWords = await getTranslations('people')
  const { name, left } = person
  const { convenes, deputises, seats, items } = left
  return (
    <div className="space-y-5">
      <ul className="list-disc space-y-1 pl-5">
        <li>{t('sessions', { name })}</li>
        <li>{t('links')}</li>
        {!leavesSomething(left) && <li>{t('nothing')}</li>}
      </ul>
      {convenes.length + deputises.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">{t('forums')}</h3>
          <ul>
            {[...convenes, ...deputises].map((forum) => (
              <li key={forum.id} className="py-1">
                <ForumMark mark={forum.mark} className="mr-2" />
                <Link href={`/forums/${forum.slug}`} prefetch={false} className="text-link underline">
                  {forum.shortName}
                </Link>
                {': '}
                {deputises.includes(forum)
                  ? t('noDeputy')
                  : forum.successor
                    ? t('takesOver', { name: forum.successor })
                    : t('noConvener')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {seats.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">{t('seats')}</h3>
          <ul>
            {seats.map(({ id, kind, party, forum }) => (
              <li key={id} className="py-1">
                <ForumMark mark={forum.mark} className="mr-2" />
                <Link href={`/admin/seats/${id}`} prefetch={false} className="text-link underline">
                  {forum.shortName} {seatWords('for', { party })}
                </Link>
                {kind === 'deputy' && `, ${seatWords('deputy')}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {items.length > 0 && (
        <section>
          <h3 className="mb-1 font-semibold">{t('items')}</h3>
          <p className="text-sm text-muted">{t('itemsHint')}</p>
          <ItemLinks items={items} locale={locale} />
        </section>
      )}
    </div>
  )
}
