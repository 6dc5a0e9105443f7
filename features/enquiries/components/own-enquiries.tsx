import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import { listOpenEnquiries } from '../queries/list'
import { headlineOf } from '../rules'
import { statusOf } from './status'

const MOST = 5

type Props = { viewer: Viewer; today: PlainDate; locale: Locale }

/** Where what one asked is now, and a way to ask. */
export async function OwnEnquiries({ viewer, today, locale }: Props) {
  if (!can.askAsParty(viewer, viewer)) return null
  const t = await getTranslations('enquiries')
  const open = listOpenEnquiries(viewer, today, MOST)
  return (
    <Card
      title={t('own')}
      action={
        <Link
          href="/enquiries"
          prefetch={false}
          className="inline-flex min-h-6 items-center text-sm text-link hover:underline"
        >
          {t('tab.all')}
        </Link>
      }
    >
      <ul className="mb-3">
        {
          await Promise.all(
            open.map(async (enquiry) => (
              <li key={enquiry.id} className="border-b border-line py-2.5 first:pt-0 last:border-b-0">
                <Link
                  href={`/enquiries/${enquiry.id}`}
                  prefetch={false}
                  className="text-link wrap-anywhere hover:underline"
                >
                  {headlineOf(enquiry.text)}
                </Link>
                <p className="text-sm text-muted">{await statusOf(enquiry, viewer, today, locale)}</p>
              </li>
            )),
          )
        }
      </ul>
      <ButtonLink href="/enquiries/new" size="small">
        {t('ask')}
      </ButtonLink>
    </Card>
  )
}
