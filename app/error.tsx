'use client'

import ErrorPage, { type Props } from './(house)/error'

export default function UnframedErrorPage(props: Props) {
  return (
    <main className="mx-auto max-w-[720px] px-4 py-16 sm:px-6">
      <ErrorPage {...props} />
    </main>
  )
}
