/** better-sqlite3 13 dies without a word on Node-API below 10, so this is imported before it. */
if (Number(process.versions.napi) < 10) {
  process.stderr.write(
    `Én indgang kører på Node 24, som følger med npm install. Dette er Node ${process.versions.node}: start gennem npm (npm start, npm run cli).\n`,
  )
  process.exit(1)
}
