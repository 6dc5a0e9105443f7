import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { SelectField } from '@/components/ui/select-field'
import { DateField } from '@/components/ui/text-field'
import type { PlainDate } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { listSeatChoices } from '../queries'
import { addSeatAction } from '../server-actions'
import { KindField } from './kind-field'
import { SeatEffect } from './seat-effect'

type Props = {
  choices: ReturnType<typeof listSeatChoices>
  /** What the address already says. */
  known: { forumId?: string; personId?: string; partyId?: string }
  today: PlainDate
  locale: Locale
}

export async function NewSeatForm({ choices, known, today, locale }: Props) {
  const t = await getTranslations('seats')
  const from = formatDate(today, locale, 'numeric')
  return (
    <ActionForm id="seat" action={addSeatAction} submit={t('add')}>
      <SelectField
        name="forumId"
        label={t('field.forum')}
        empty={known.forumId ? undefined : t('field.chooseForum')}
        options={choices.forums.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        defaultValue={known.forumId}
      />
      <SelectField
        name="personId"
        label={t('field.person')}
        empty={known.personId ? undefined : t('field.choosePerson')}
        options={choices.people.map(({ id, name, party }) => ({ value: id, label: name, group: party }))}
        defaultValue={known.personId}
      />
      <SelectField
        name="partyId"
        label={t('field.party')}
        hint={t('field.partyHint')}
        empty={t('field.ownParty')}
        options={choices.parties.map(({ id, shortName, kind }) => ({
          value: id,
          label: shortName,
          group: t(`kind.${kind}`),
        }))}
        defaultValue={known.partyId}
      />
      <KindField defaultValue="ordinary" />
      <DateField name="validFrom" label={t('field.validFrom')} defaultValue={from} />
      <DateField name="validTo" label={t('field.validTo')} hint={t('field.validToHint')} optional />
      <SeatEffect
        people={Object.fromEntries(choices.people.map(({ id, ...person }) => [id, person]))}
        parties={Object.fromEntries(choices.parties.map(({ id, shortName }) => [id, shortName]))}
        forums={Object.fromEntries(choices.forums.map(({ id, name }) => [id, name]))}
        words={{
          inside: t.raw('effect.inside'),
          outside: t.raw('effect.outside'),
          unknown: t.raw('effect.unknown'),
        }}
        chosen={{ ...known, validFrom: from }}
      />
    </ActionForm>
  )
}
