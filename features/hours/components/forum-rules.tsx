import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { ForumMark } from '@/components/ui/forum-mark'
import { SelectField } from '@/components/ui/select-field'
import { DateField, TextField } from '@/components/ui/text-field'
import { HOUR_RULES } from '@/db/schema'
import { type PlainDate, plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import { can, type Viewer } from '@/policy'
import type { ForumRule } from '../queries/forum-rules'
import { setHourRuleAction } from '../server-actions'

type Props = { forum: ForumRule; viewer: Viewer; today: PlainDate; locale: Locale }

/** By what rule a forum's meetings are divided, which rules it had, and why. */
export async function ForumRuleCard({ forum, viewer, today, locale }: Props) {
  const t = await getTranslations('hours.rules')
  return (
    <Card
      title={
        <>
          <ForumMark mark={forum.mark} className="mr-2 size-3.5" />
          {forum.shortName}
        </>
      }
    >
      <p className="font-semibold">{t(`${forum.rule}.name`)}</p>
      <p className="max-w-[70ch]">{t(`${forum.rule}.text`)}</p>
      {forum.history.length > 0 && (
        <ul className="mt-3 text-sm">
          {forum.history.map(({ fromOn, rule, reason, setAt }) => (
            <li key={fromOn} className="border-t border-line py-2">
              {t(fromOn > today ? 'willBe' : 'from', {
                date: formatDate(fromOn, locale, 'long'),
                rule: t(`${rule}.name`),
              })}
              <span className="block text-muted">
                {reason} {t('chosen', { date: formatDate(plainDateOf(setAt), locale, 'long') })}
              </span>
            </li>
          ))}
          <li className="border-t border-line py-2">
            {t('before', {
              date: formatDate(forum.history.at(-1)?.fromOn ?? today, locale, 'long'),
              rule: t('named_then_equal.name'),
            })}
          </li>
        </ul>
      )}
      {can.setHourRule(viewer) && (
        <Disclosure name="rules" summary={t('change')} className="no-print mt-2">
          <ActionForm
            id={`rule-${forum.slug}`}
            action={setHourRuleAction}
            hidden={{ forumId: forum.id }}
            submit={t('save')}
            submitVariant="secondary"
            size="small"
          >
            <SelectField
              name="rule"
              label={t('rule')}
              options={HOUR_RULES.filter((rule) => rule !== forum.rule).map((rule) => ({
                value: rule,
                label: t(`${rule}.name`),
              }))}
            />
            <DateField
              name="fromOn"
              label={t('fromDay')}
              hint={t('fromHint')}
              defaultValue={formatDate(today, locale, 'numeric')}
            />
            <TextField name="reason" label={t('reason')} hint={t('reasonHint')} />
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  )
}
