import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { plainDateOf } from '@/lib/dates'
import { formatDate, type Locale } from '@/lib/format'
import type { Comment } from '../queries'
import { answerCommentAction, commentAction } from '../server-actions'

type Props = {
  meetingId: string
  itemId: string
  comments: Comment[]
  /** Sits in the forum, and the deadline is not over. */
  mayComment: boolean
  mayAnswer: boolean
  locale: Locale
}

/** What was remarked on one item while the minutes were in review, what came of it, and room for one more. */
export async function ItemComments({ meetingId, itemId, comments, mayComment, mayAnswer, locale }: Props) {
  const t = await getTranslations('minutes.comments')
  return (
    <div className="no-print mt-3 space-y-3">
      {comments.map((comment) => (
        <div key={comment.id} className="border-l-4 border-l-line-strong pl-3">
          <p className="text-sm text-muted">
            {t('by', {
              author: comment.author,
              party: comment.party,
              date: formatDate(plainDateOf(comment.writtenAt), locale, 'long'),
            })}
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{comment.body}</p>
          {comment.answeredBy ? (
            <p className="mt-1 text-sm">
              <span className="font-semibold">{t(comment.followed ? 'followed' : 'notFollowed')}</span>{' '}
              <span className="whitespace-pre-line wrap-anywhere">{comment.answer}</span>{' '}
              <span className="text-muted">{comment.answeredBy}</span>
            </p>
          ) : mayAnswer ? (
            <Disclosure summary={t('answer')}>
              <ActionForm
                id={`answer-${comment.id}`}
                action={answerCommentAction}
                hidden={{ id: comment.id }}
                submit={t('answer')}
                size="small"
              >
                <RadioGroup
                  name="followed"
                  legend={t('isFollowed')}
                  options={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
                />
                <TextArea name="answer" label={t('answerText')} rows={2} optional />
              </ActionForm>
            </Disclosure>
          ) : (
            <p className="mt-1 text-sm text-muted">{t('waiting')}</p>
          )}
        </div>
      ))}
      {mayComment && (
        <Disclosure summary={t('write')}>
          <ActionForm
            id={`comment-${itemId}`}
            action={commentAction}
            hidden={{ meetingId, itemId }}
            submit={t('send')}
            size="small"
          >
            <TextArea name="body" label={t('body')} hint={t('bodyHint')} rows={3} />
          </ActionForm>
        </Disclosure>
      )}
    </div>
  )
}
