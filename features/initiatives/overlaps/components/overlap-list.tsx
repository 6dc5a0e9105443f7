import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PressForm } from '@/components/ui/press-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { Tag } from '@/components/ui/tag'
import { TextArea } from '@/components/ui/text-area'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { ListedOverlap } from '../queries/list'
import { reopenOverlapAction, resolveOverlapAction } from '../server-actions'
import { reasonsInWords } from './reasons'

type Props = {
  overlaps: ListedOverlap[]
  viewer: Viewer
  locale: Locale
  showInitiative?: boolean
  readOnly?: boolean
}

/** What may be done twice: both sides, why, and how it was settled or can be. */
export async function OverlapList({ overlaps, viewer, locale, showInitiative, readOnly }: Props) {
  return (
    <ul>
      {overlaps.map((overlap) => (
        <Overlap key={overlap.id} {...{ overlap, viewer, locale, showInitiative, readOnly }} />
      ))}
    </ul>
  )
}

async function Overlap({
  overlap,
  viewer,
  locale,
  showInitiative,
  readOnly,
}: { overlap: ListedOverlap } & Omit<Props, 'overlaps'>) {
  const t = await getTranslations('overlaps')
  const { id, version, state, initiative, known, link, reason, resolvedAt, resolvedBy } = overlap
  const why = await reasonsInWords(overlap.reasons, locale)
  const settles = !readOnly && can.settleOverlaps(viewer)
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      {showInitiative && (
        <p className="text-sm text-muted">
          <Link href={`/initiatives/${initiative.id}`} prefetch={false} className="text-link underline">
            {initiative.title}
          </Link>
          , {initiative.plan}, {initiative.area}
        </p>
      )}
      <p>
        <Other overlap={overlap} /> <Tag tone={state === 'found' ? 'warn' : 'ok'}>{t(`state.${state}`)}</Tag>
      </p>
      <p className="text-sm text-muted">
        {why || (known && t('knownBy'))}
        {link && (
          <>
            {' '}
            <a href={link} rel="noreferrer" className="text-link underline">
              {t('read')}
            </a>
          </>
        )}
      </p>
      {state !== 'found' && resolvedAt && (
        <p className="mt-1 max-w-[70ch] text-sm">
          {t('settled', {
            person: resolvedBy ?? '',
            date: formatDate(plainDateOf(resolvedAt), locale, 'long'),
          })}{' '}
          {reason}
        </p>
      )}
      {state === 'found' && settles && (
        <Disclosure summary={t('settle')} className="no-print mt-1">
          <ActionForm
            id={`overlap-${id}`}
            action={resolveOverlapAction}
            hidden={{ id, version }}
            submit={t('settle')}
            submitVariant="secondary"
          >
            <RadioGroup
              name="state"
              legend={t('how')}
              options={(['merged', 'referred', 'justified', 'not_same'] as const).map((value) => ({
                value,
                label: t(`way.${value}`),
              }))}
            />
            <TextArea
              name="reason"
              label={t('reasonField')}
              hint={t('reasonHint')}
              rows={2}
              maxLength={1000}
            />
          </ActionForm>
        </Disclosure>
      )}
      {state !== 'found' && can.approveInitiatives(viewer) && (
        <PressForm
          action={reopenOverlapAction}
          hidden={{ id, version: String(version) }}
          size="small"
          variant="quiet"
          className="no-print"
        >
          {t('reopen')}
        </PressForm>
      )}
    </li>
  )
}

function Other({ overlap: { offer, other, known } }: { overlap: ListedOverlap }) {
  if (offer?.id)
    return (
      <>
        <Link href={`/offers/${offer.id}`} prefetch={false} className="text-link underline">
          {offer.title}
        </Link>
        , {offer.party}
      </>
    )
  if (other?.id)
    return (
      <Link href={`/initiatives/${other.id}`} prefetch={false} className="text-link underline">
        {other.title}
      </Link>
    )
  return known
}
