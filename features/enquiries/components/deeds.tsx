import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PressForm } from '@/components/ui/press-form'
import type { PlainDate } from '@/lib/dates'
import type { Locale } from '@/lib/format'
import type { Viewer } from '@/policy'
import type { EnquiryDetail } from '../queries/detail'
import { stepAction } from '../server-actions'
import { BecomeForm } from './become-form'
import { type Deed, offeredDeeds } from './offered'
import { SortForm } from './sort-form'
import { StepForm } from './step-form'

type Props = { enquiry: EnquiryDetail; viewer: Viewer; wanted: string; today: PlainDate; locale: Locale }

/** What can be done now: a row of links, and the form of the one that was chosen. */
export async function Deeds({ enquiry, viewer, wanted, today, locale }: Props) {
  const t = await getTranslations('enquiries.do')
  const offered = offeredDeeds(enquiry, viewer, today)
  if (offered.length === 0) return null
  const chosen = offered.find((deed) => deed === wanted) ?? (offered.includes('reply') ? 'reply' : undefined)
  const linked = offered.filter((deed) => deed !== 'agree')
  return (
    <div id="do" className="no-print">
      <Card title={t('title')}>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
          {offered.includes('agree') && (
            <PressForm
              action={stepAction}
              hidden={{ id: enquiry.id, version: String(enquiry.version), step: 'agree' }}
              variant="primary"
            >
              {t('agree')}
            </PressForm>
          )}
          {linked.map((deed) => (
            <Link
              key={deed}
              href={`/enquiries/${enquiry.id}?do=${deed}#do`}
              prefetch={false}
              aria-current={deed === chosen ? 'true' : undefined}
              className="inline-flex min-h-8 items-center text-link hover:underline aria-[current]:font-semibold max-sm:min-h-11"
            >
              {t(deed)}
            </Link>
          ))}
        </div>
        {chosen && chosen !== 'agree' && (
          <div className="mt-4 border-t border-line pt-4">
            <DeedForm {...{ enquiry, viewer, today, locale }} deed={chosen} />
          </div>
        )}
      </Card>
    </div>
  )
}

function DeedForm({ deed, ...props }: Omit<Props, 'wanted'> & { deed: Exclude<Deed, 'agree'> }) {
  if (deed === 'sort') return <SortForm {...props} />
  if (deed === 'propose' || deed === 'item' || deed === 'initiative')
    return <BecomeForm {...props} deed={deed} />
  return <StepForm {...props} deed={deed} />
}
