import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { AttachmentList } from '@/features/meetings/attachments/components/attachment-list'
import { listEnquiryAttachments } from '@/features/meetings/attachments/queries'
import { formatDate, formatInstant, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { EnquiryDetail } from '../queries/detail'
import { ANSWER_DAYS, isOpenEnquiry, REOPEN_DAYS } from '../rules'

type Props = { enquiry: EnquiryDetail; viewer: Viewer; locale: Locale }

/** Who asked, whose it is, by when; and the rule of the clock where the day stands. */
export async function Facts({ enquiry, viewer, locale }: Props) {
  const t = await getTranslations('enquiries')
  const { asker, party, via, receivedAt, owner, ownerAway, kind, area, estate } = enquiry
  const files = listEnquiryAttachments(viewer, enquiry.id)
  const open = isOpenEnquiry(enquiry.state)
  return (
    <Card>
      <DescriptionList
        items={[
          { term: t('facts.asker'), description: `${asker}, ${party}` },
          {
            term: t('facts.received'),
            description: `${formatInstant(receivedAt, locale)}, ${t(`via.${via}`)}`,
          },
          {
            term: t('facts.owner'),
            description: ownerAway ? t('facts.ownerAway', { owner, away: ownerAway }) : owner,
          },
          ...(open
            ? [{ term: t('facts.expected'), description: formatDate(enquiry.expectedOn, locale, 'full') }]
            : []),
          {
            term: t('facts.place'),
            description: [estate, area].filter(Boolean).join(', ') || t('facts.none'),
          },
        ]}
      />
      <AttachmentList attachments={files} removable={can.triageEnquiries(viewer) && open} locale={locale} />
      <p className="mt-3 text-sm text-muted">
        {open
          ? t('clock.rule', { kind: t(`kind.${kind}`), days: String(ANSWER_DAYS[kind]) })
          : t('clock.reopen', { days: String(REOPEN_DAYS) })}
      </p>
    </Card>
  )
}
