import { getTranslations } from 'next-intl/server'
import { RadioGroup } from '@/components/ui/radio-group'
import { type Option, SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { ROLES, type Role } from '@/db/schema'
import { comesFrom } from '@/policy'
import type { PersonDetail } from '../queries/detail'

type Known = Partial<Pick<PersonDetail, 'name' | 'title' | 'email' | 'role' | 'locale' | 'party'>>
type Props = {
  known?: Known
  /** Somebody new comes from one of these; whoever is here already is moved instead. */
  parties?: Option[]
  partyId?: string
}

export async function PersonFields({ known = {}, parties, partyId }: Props) {
  const t = await getTranslations('people.field')
  return (
    <>
      <TextField name="name" label={t('name')} width="half" defaultValue={known.name} />
      <TextField
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        width="half"
        optional
        defaultValue={known.title}
      />
      <TextField
        name="email"
        label={t('email')}
        hint={t('emailHint')}
        inputMode="email"
        width="half"
        defaultValue={known.email}
      />
      {parties && <SelectField name="partyId" label={t('party')} options={parties} defaultValue={partyId} />}
      <RoleField kind={known.party?.kind} defaultValue={known.role} />
      <RadioGroup
        name="locale"
        legend={t('locale')}
        defaultValue={known.locale ?? 'da'}
        options={[
          { value: 'da', label: <span lang="da">{t('da')}</span> },
          { value: 'en', label: <span lang="en">{t('en')}</span> },
        ]}
      />
    </>
  )
}

type RoleProps = { kind?: NonNullable<Known['party']>['kind']; defaultValue?: Role }

/** Only the roles that fit, when the party is known. */
export async function RoleField({ kind, defaultValue }: RoleProps) {
  const [t, role] = await Promise.all([getTranslations('people.field'), getTranslations('me.role')])
  const fitting = ROLES.filter((value) => !kind || comesFrom(value, kind))
  return (
    <SelectField
      name="role"
      label={t('role')}
      hint={t('roleHint')}
      options={fitting.map((value) => ({ value, label: role(value) }))}
      // The first role may do everything: nobody gets it because somebody pressed too soon.
      empty={defaultValue ? undefined : t('chooseRole')}
      defaultValue={defaultValue}
    />
  )
}
