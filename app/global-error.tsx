'use client'

import './globals.css'

/** When not even the frame can be drawn nobody's language is known, so both speak. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="da">
      <body>
        <title>Siden kunne ikke vises · Én indgang</title>
        <main className="mx-auto max-w-[720px] px-4 py-16 sm:px-6">
          <h1 className="mb-4 text-3xl font-semibold">Siden kunne ikke vises</h1>
          <p className="mb-4">
            Fejlen er hos os, og der er ikke ændret noget. Prøv igen om lidt. Bliver det ved, så skriv til det
            boligsociale team.
          </p>
          <p lang="en" className="mb-6">
            The page could not be shown. The fault is ours, and nothing was changed. Try again in a moment. If
            it goes on, write to the housing-social team.
          </p>
          <button
            type="button"
            onClick={() => retry()}
            className="min-h-10 rounded-field bg-brand px-4 font-semibold text-on-brand"
          >
            Prøv igen · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  )
}
