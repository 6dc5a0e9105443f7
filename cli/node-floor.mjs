/** Imported first, and written for any Node that knows modules: older ones get a sentence, not a crash. */
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(
    `Én indgang skal bruge Node 20 eller nyere for at komme i gang. Dette er Node ${process.versions.node}: hent en nyere på nodejs.org.\n`,
  )
  process.exit(1)
}
