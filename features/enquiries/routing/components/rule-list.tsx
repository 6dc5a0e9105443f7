import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PressForm } from '@/components/ui/press-form'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { listChoices } from '@/features/classifications/queries'
import type { PlainDate } from '@/lib/dates'
import { formatList, type Locale } from '@/lib/format'
import { listAreas, listDepartments } from '../../queries/choices'
import type { ListedRule } from '../queries'
import { wordsOf } from '../rules'
import { addRuleAction, changeRuleAction, removeRuleAction } from '../server-actions'

type Props = { rules: ListedRule[]; editing?: string; today: PlainDate; locale: Locale }

/** Every rule as a sentence, one of them open to be changed, and a new one below. */
export async function RuleList({ rules, editing, today, locale }: Props) {
  const t = await getTranslations('enquiries.rules')
  const themes = listChoices(
    locale,
    today,
    rules.map(({ themeId }) => themeId),
  ).theme
  const hidden = (chunks: React.ReactNode) => <VisuallyHidden>{chunks}</VisuallyHidden>
  return (
    <>
      {rules.length === 0 && <Empty>{t('none')}</Empty>}
      <ul aria-label={t('label')} className="divide-y divide-line">
        {rules.map((rule) => (
          <li key={rule.id} className="py-3">
            {editing === rule.id ? (
              <RuleForm rule={rule} themes={themes} />
            ) : (
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <p className="min-w-0 wrap-anywhere">
                  <WhenThen rule={rule} themes={themes} locale={locale} />
                </p>
                <div className="no-print flex items-center gap-x-4">
                  <Link
                    href={`/enquiries/rules?edit=${rule.id}`}
                    prefetch={false}
                    className="inline-flex min-h-8 items-center text-sm text-link hover:underline"
                  >
                    {t.rich('change', { party: rule.party, hidden })}
                  </Link>
                  <PressForm
                    action={removeRuleAction}
                    hidden={{ id: rule.id, version: String(rule.version) }}
                    variant="quiet"
                    size="small"
                  >
                    {t.rich('remove', { party: rule.party, hidden })}
                  </PressForm>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Card title={t('add')} className="mt-6">
        <RuleForm themes={themes} />
      </Card>
    </>
  )
}

type Choices = { value: string; label: string }[]

async function WhenThen({ rule, themes, locale }: { rule: ListedRule; themes: Choices; locale: Locale }) {
  const t = await getTranslations('enquiries.rules')
  const theme = themes.find(({ value }) => value === rule.themeId)?.label
  const conditions = [
    ...(rule.area ? [t('area', { area: rule.area })] : []),
    ...(theme ? [t('theme', { theme })] : []),
    ...(rule.words
      ? [
          t('words', {
            words: formatList(
              wordsOf(rule).map((word) => `»${word}«`),
              locale,
              'disjunction',
            ),
          }),
        ]
      : []),
  ]
  return (
    <>
      {t('when')} {formatList(conditions, locale)}: {t('then')} <strong>{rule.party}</strong>
    </>
  )
}

async function RuleForm({ rule, themes }: { rule?: ListedRule; themes: Choices }) {
  const t = await getTranslations('enquiries.rules')
  return (
    <ActionForm
      id={rule ? `rule-${rule.id}` : 'rule'}
      action={rule ? changeRuleAction : addRuleAction}
      hidden={rule && { id: rule.id, version: rule.version }}
      submit={t('save')}
      submitVariant="secondary"
    >
      <TextField
        name="words"
        label={t('field.words')}
        hint={t('field.wordsHint')}
        defaultValue={rule?.words}
        optional
      />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
        <SelectField
          name="areaId"
          label={t('field.area')}
          options={listAreas()}
          empty={t('field.any')}
          defaultValue={rule?.areaId ?? undefined}
          optional
        />
        <SelectField
          name="themeId"
          label={t('field.theme')}
          options={themes}
          empty={t('field.any')}
          defaultValue={rule?.themeId ?? undefined}
          optional
        />
        <SelectField
          name="partyId"
          label={t('field.party')}
          options={listDepartments()}
          defaultValue={rule?.partyId}
        />
      </div>
    </ActionForm>
  )
}
