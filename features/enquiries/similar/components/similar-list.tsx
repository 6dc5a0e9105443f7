import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { plainDateOf } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { EnquiryDetail } from '../../queries/detail'
import { listSimilar } from '../queries'
import { differentAction } from '../server-actions'
import { shownSimilar } from './shown'

type Props = { enquiry: EnquiryDetail; viewer: Viewer; locale: Locale }

/** What may be about the same as an enquiry that stands, for the team. */
export async function SimilarList({ enquiry, viewer, locale }: Props) {
  const t = await getTranslations('enquiries.similar')
  const written = { ...enquiry, day: plainDateOf(enquiry.receivedAt) }
  const found = await shownSimilar(listSimilar(viewer, written, enquiry.id), locale)
  return (
    <Card title={t('title')}>
      {found.length === 0 && <p className="text-muted">{t('noneFound')}</p>}
      <ul>
        {found.map(({ id, href, title, whose, why, more }) => (
          <li key={id} className="border-b border-line py-2.5 first:pt-0 last:border-b-0">
            <Link href={href} prefetch={false} className="text-link wrap-anywhere hover:underline">
              {title}
            </Link>
            <p className="text-sm">{whose}</p>
            {more && <p className="text-sm wrap-anywhere">{more}</p>}
            <p className="text-sm text-muted">{why}</p>
            <PressForm
              action={differentAction}
              hidden={{ id: enquiry.id, ...subjectOf(id) }}
              variant="quiet"
              size="small"
            >
              {t('different')} <VisuallyHidden>{title}</VisuallyHidden>
            </PressForm>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function subjectOf(id: string) {
  const [subjectKind = '', subjectId = ''] = id.split(':')
  return { subjectKind, subjectId }
}
