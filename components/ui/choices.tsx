export type Choice = { value: string; label: string }

const looks = 'max-w-full min-h-10 rounded-field border border-line-strong bg-surface px-3 max-sm:min-h-11'

/** One choice of a filter; the form around it puts it into the address. */
export function Choices({
  name,
  label,
  chosen,
  choices,
}: {
  name: string
  label: string
  chosen?: string
  choices: Choice[]
}) {
  return (
    <label className="max-w-full">
      <span className="mb-1 block font-semibold">{label}</span>
      <select name={name} key={chosen} defaultValue={chosen ?? ''} className={looks}>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Words to look for. */
export function SearchWords({ name, label, typed }: { name: string; label: string; typed?: string }) {
  return (
    <label className="max-sm:w-full">
      <span className="mb-1 block font-semibold">{label}</span>
      <input
        type="search"
        name={name}
        key={typed}
        defaultValue={typed}
        autoComplete="off"
        className={`${looks} w-full sm:w-56`}
      />
    </label>
  )
}

/** A day of a filter. */
export function DayChoice({ name, label, chosen }: { name: string; label: string; chosen?: string }) {
  return (
    <label>
      <span className="mb-1 block font-semibold">{label}</span>
      <input type="date" name={name} key={chosen} defaultValue={chosen} className={looks} />
    </label>
  )
}
