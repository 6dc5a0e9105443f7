/** One day of a filter; the form around it puts it into the address. */
export function DateChoice({ name, label, chosen }: { name: string; label: string; chosen: string }) {
  return (
    <label>
      <span className="mb-1 block font-semibold">{label}</span>
      <input
        type="date"
        name={name}
        key={chosen}
        defaultValue={chosen}
        className="min-h-10 rounded-field border border-line-strong bg-surface px-3 max-sm:min-h-11"
      />
    </label>
  )
}
