import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { ButtonLink } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/radio-group'
import { type Option, SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import type { PlainDate } from '@/lib/dates'
import { formatDate, formatList, type Locale } from '@/lib/format'
import type { PersonDetail } from '../queries/detail'
import { movePersonAction } from '../server-actions'
import { RoleField } from './person-fields'

type Props = { person: PersonDetail; parties: Option[]; today: PlainDate; locale: Locale }

export async function MoveForm({ person, parties, today, locale }: Props) {
  const t = await getTranslations('people')
  const { id, version, name, title, email, role, party, left } = person
  const held = left.seats.map((seat) => `${seat.forum.shortName} ${t('for', { party: seat.party })}`)
  return (
    <ActionForm
      id="move"
      action={movePersonAction}
      hidden={{ id, version }}
      submit={t('move.submit')}
      secondary={
        <ButtonLink href={`/admin/people/${id}`} variant="quiet">
          {t('deactivate.cancel')}
        </ButtonLink>
      }
    >
      <SelectField name="partyId" label={t('move.party')} empty={t('move.choose')} options={parties} />
      <RoleField defaultValue={role} />
      <DateField
        name="movedOn"
        label={t('move.movedOn')}
        hint={t('move.movedOnHint')}
        defaultValue={formatDate(today, locale, 'numeric')}
      />
      <TextField name="title" label={t('field.title')} width="half" optional defaultValue={title} />
      <TextField
        name="email"
        label={t('move.email')}
        hint={t('move.emailHint')}
        inputMode="email"
        width="half"
        defaultValue={email}
      />
      <RadioGroup
        name="seats"
        legend={t('move.seats')}
        hint={held.length > 0 ? t('move.held', { seats: formatList(held, locale) }) : t('move.holdsNone')}
        defaultValue="end"
        options={[
          { value: 'end', label: t('move.end'), hint: t('move.endHint') },
          {
            value: 'carry',
            label: t('move.carry', { party: party.shortName }),
            hint: t('move.carryHint'),
          },
        ]}
      />
      <p className="max-w-[60ch] rounded-field border-l-4 border-l-info bg-info-tint px-4 py-3">
        {t('move.effect', { name, party: party.shortName })}
      </p>
    </ActionForm>
  )
}
