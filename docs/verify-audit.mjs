// Verifies an exported audit without the program that wrote it: node docs/verify-audit.mjs DIR [CHECKPOINTS]
// Needs Node 20 and nothing else. The format is described in docs/audit.md.
// DIR holds changes.jsonl, checkpoints.jsonl, checkpoints-of-home.jsonl and checkpoint-key.pem, as 'made audit export DIR' writes them. CHECKPOINTS is a file of
// checkpoints that somebody else has kept: it is used in place of the exported one.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const [folder, kept] = process.argv.slice(2)
if (!folder) {
  console.error('Use: node verify-audit.mjs DIR [CHECKPOINTS]')
  process.exit(2)
}
const mostTold = 20
const start = '0'.repeat(64)
const problems = []
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')
const netstring = value => {
  const text = String(value)
  return `${Buffer.byteLength(text)}:${text},`
}
const hashAfter = (before, r) =>
  sha256('made-audit-1\n' + [before, r.number, r.at, r.by, r.why, r.what, r.subject].map(netstring).join(''))

const standing = signedHistory()
let before = { number: 0, hash: start }
let [rows, broken, next, agreed] = [0, 0, 0, 0]
for await (const line of createInterface({ input: createReadStream(join(folder, 'changes.jsonl')), crlfDelay: Infinity })) {
  let row
  try {
    row = JSON.parse(line)
  } catch {
    problems.push(`Line ${rows + 1} of the audit cannot be read.`)
    continue
  }
  if (row.number <= before.number) problems.push(`Audit row ${row.number} stands after row ${before.number}.`)
  if (row.hash !== hashAfter(before.hash, row) && ++broken <= mostTold) {
    problems.push(row.number > before.number + 1
      ? `Audit rows ${before.number + 1} to ${row.number - 1} are not there, or row ${row.number} was changed.`
      : `Audit row ${row.number} does not follow from the row before.`)
  }
  for (; next < standing.length && standing[next].number <= row.number; next++) {
    const c = standing[next]
    if (c.number === row.number && c.head === row.hash) agreed = row.number
    else if (c.number === row.number) problems.push(`Audit row ${row.number} is not the one that checkpoint ${c.order} signed: something after row ${agreed} was changed.`)
    else problems.push(`Checkpoint ${c.order} signed audit row ${c.number}, which is not there.`)
  }
  before = row
  rows++
}
if (broken > mostTold) problems.push(`${broken - mostTold} more audit rows do not follow from the row before.`)
if (next < standing.length) {
  const c = standing.at(-1)
  problems.push(`Checkpoint ${c.order} signed audit row ${c.number}, and the audit ends with row ${before.number}.`)
}
console.log(`${rows} audit rows read, to row ${before.number}; a checkpoint vouches for them to row ${agreed}.`)
for (const problem of problems) console.error(problem)
console.log(problems.length === 0 ? 'Everything holds.' : `${problems.length} problems.`)
process.exitCode = problems.length === 0 ? 0 : 1

/** The checkpoints that speak of the records as they are, by number; what is wrong with any goes to the problems. */
function signedHistory() {
  const file = kept ?? join(folder, 'checkpoints.jsonl')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter(l => l.length > 0)
  if (lines.length === 0) problems.push('There is no checkpoint, so nobody can tell whether the end of the audit is there.')
  const copy = join(folder, 'checkpoints-of-home.jsonl')
  if (!kept && existsSync(copy)) {
    const known = readFileSync(copy, 'utf8')
    if (!text.startsWith(known.slice(0, known.lastIndexOf('\n') + 1))) problems.push('Checkpoints that the home knows were taken away.')
  }
  const pem = join(folder, 'checkpoint-key.pem')
  const key = existsSync(pem) ? createPublicKey(readFileSync(pem)) : null
  if (!key) problems.push('The public key is not there, so no signature can be verified.')
  const fingerprint = key && sha256(key.export({ type: 'spki', format: 'der' }))
  if (key) console.log(`Public key ${fingerprint}: compare it with the one you were given.`)
  let valid = []
  let home = null
  lines.forEach((line, i) => {
    let c
    try {
      c = JSON.parse(line)
    } catch {
      problems.push(`Line ${i + 1} of the checkpoints cannot be read.`)
      return
    }
    home ??= c.home
    const signed = `made-checkpoint-1\n${c.order}\n${c.home}\n${c.number}\n${c.head}\n${c.at}\n${c.voidsAfter}\n${c.previous}\n${c.key}\n`
    const wrong = c.order !== i + 1 ? `says that it is number ${c.order}`
      : c.previous !== (i === 0 ? start : sha256(lines[i - 1])) ? 'does not follow from the one before'
      : c.home !== home ? 'is of another home'
      : key && c.key !== fingerprint ? 'was signed with another key'
      : key && !verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(c.signature, 'base64')) ? 'does not bear its signature'
      : ''
    if (wrong) {
      problems.push(`Line ${i + 1} of the checkpoints ${wrong}.`)
      return
    }
    if (c.voidsAfter >= 0) valid = valid.filter(v => v.number <= c.voidsAfter)
    valid.push(c)
  })
  return valid.sort((a, b) => a.number - b.number || a.order - b.order)
}
