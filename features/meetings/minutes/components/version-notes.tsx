import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { getMinutes, MinutesVersion } from '../queries/read'

type Props = { minutes: ReturnType<typeof getMinutes>; viewer: Viewer; locale: Locale }

const LINK = 'inline-flex min-h-6 items-center text-link underline hover:no-underline'

/** Which version one reads, why it was corrected, and the way to the others; nothing where there is one only. */
export async function VersionNotes({ minutes, viewer, locale }: Props) {
  const t = await getTranslations('minutes.versions')
  const { meetingId, version, versions, correctionReason, overruleReason } = minutes
  const address = `/meetings/${meetingId}/minutes`
  const [newest] = versions
  const stateOf = ({ state, sentAt }: MinutesVersion) =>
    t(state === 'approved' ? 'approved' : newest?.state === 'in_review' ? 'inReview' : 'sent', {
      date: sentAt ? formatDate(plainDateOf(sentAt), locale, 'long') : '',
    })
  return (
    <div className="mb-6 space-y-2">
      {version === 0 && versions.length > 0 && <p>{t('drafting')}</p>}
      {correctionReason && (
        <p className="max-w-[70ch] wrap-anywhere">{t('corrected', { reason: correctionReason })}</p>
      )}
      {overruleReason && can.seeDrafts(viewer) && (
        <p className="max-w-[70ch] wrap-anywhere">{t('overruled', { reason: overruleReason })}</p>
      )}
      {versions.length > 1 && (
        <ul className="no-print text-sm">
          {versions.map((one, index) => {
            const before = versions[index + 1]
            return (
              <li key={one.id} className="flex flex-wrap gap-x-4">
                {one.version === version ? (
                  <span className="inline-flex min-h-6 items-center font-semibold">
                    {t('this', { version: one.version })}
                  </span>
                ) : (
                  <Link href={`${address}?version=${one.version}`} prefetch={false} className={LINK}>
                    {t('other', { version: one.version })}
                  </Link>
                )}
                <span className="inline-flex min-h-6 items-center text-muted">{stateOf(one)}</span>
                {before && (
                  <Link
                    href={`${address}/compare?from=${before.version}&to=${one.version}`}
                    prefetch={false}
                    className={LINK}
                  >
                    {t('compare', { version: before.version })}
                  </Link>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
